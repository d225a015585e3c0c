import type { AnsweredWindow, StoredPendingSet } from '../engine/account-ledger.ts';
import type { AccountRefs } from './account-refs.ts';
import { addToCounters } from './job-counters.ts';
import type { WritingDatabase } from './ledger-database.ts';
import { recordPageReceipt } from './receipts/record-receipt.ts';
import { applyPending } from './rows/apply-pending.ts';
import { compressBody, insertRawPage } from './rows/raw-page.ts';

/** The bank's whole pending set: the truth about what is pending. One immediate transaction. */
export function storePending(
  db: WritingDatabase,
  refs: AccountRefs,
  answer: Omit<AnsweredWindow, 'range'>,
  nowIso: string,
): StoredPendingSet {
  const compressed = compressBody(answer.rawBody);
  return db
    .transaction((): StoredPendingSet => {
      const pageRef = insertRawPage(db, refs, answer, { compressed, nowIso });
      const { settled, ...stored } = applyPending(db, { ...refs, pageRef, nowIso }, answer);
      recordPageReceipt(db, refs, { pageRef, answer, applied: { ...stored, settled } });
      addToCounters(db, refs, { ...stored, pages: 0 });
      return stored;
    })
    .immediate();
}
