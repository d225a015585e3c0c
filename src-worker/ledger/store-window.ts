import type { AnsweredWindow, StoredCounts } from '../engine/account-ledger.ts';
import type { AccountRefs } from './account-refs.ts';
import { recordCoverage } from './coverage.ts';
import { addToCounters } from './job-counters.ts';
import type { WritingDatabase } from './ledger-database.ts';
import { recordPageReceipt } from './receipts/record-receipt.ts';
import { applyWindow } from './rows/apply-window.ts';
import { compressBody, insertRawPage } from './rows/raw-page.ts';

/** One page, whole or not at all: rows, raw page, coverage, receipt and counters in one immediate transaction. */
export function storeWindow(
  db: WritingDatabase,
  refs: AccountRefs,
  answer: AnsweredWindow,
  nowIso: string,
): StoredCounts {
  const compressed = compressBody(answer.rawBody);
  return db
    .transaction((): StoredCounts => {
      const pageRef = insertRawPage(db, refs, answer, { compressed, nowIso });
      const { settled, ...counts } = applyWindow(db, { ...refs, pageRef, nowIso }, answer);
      recordCoverage(db, refs, {
        range: answer.range,
        outcome: 'answered',
        reason: null,
        rows: answer.rows.length,
        askedAtIso: answer.askedAtIso,
        pageRef,
      });
      recordPageReceipt(db, refs, { pageRef, answer, applied: { ...counts, settled } });
      addToCounters(db, refs, { ...counts, pages: 1 });
      return counts;
    })
    .immediate();
}
