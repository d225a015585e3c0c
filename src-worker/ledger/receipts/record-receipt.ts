import type { DayRange } from '#shared/calendar-day.ts';
import type { AnsweredWindow } from '../../engine/account-ledger.ts';
import type { AccountRefs } from '../account-refs.ts';
import type { WritingDatabase } from '../ledger-database.ts';
import type { AppliedPage } from '../rows/apply-window.ts';

/** What an entry is about: which job's, which account's. */
type Owner = Pick<AccountRefs, 'accountRef' | 'jobRef'>;

/** One line of a receipt, as the table has it; what is left out is NULL, or 0 for the counts. */
interface Entry {
  readonly kind: 'transactions' | 'pending' | 'refused' | 'undone';
  readonly pageRef?: number;
  readonly range?: DayRange;
  readonly at: string;
  readonly httpStatus?: number;
  readonly reason?: string;
  readonly returned?: number;
  readonly unreadable?: number;
  readonly applied?: Partial<AppliedPage>;
}

/** What a page asked for and did, written with the page. `answer.range` absent: the pending set. */
export function recordPageReceipt(
  db: WritingDatabase,
  owner: Owner,
  page: {
    readonly pageRef: number;
    readonly answer: Omit<AnsweredWindow, 'range'> & Partial<Pick<AnsweredWindow, 'range'>>;
    readonly applied: AppliedPage;
  },
): void {
  const { pageRef, answer, applied } = page;
  record(db, owner, {
    kind: answer.range === undefined ? 'pending' : 'transactions',
    pageRef,
    ...(answer.range === undefined ? {} : { range: answer.range }),
    at: answer.askedAtIso,
    httpStatus: answer.httpStatus,
    returned: answer.rows.length,
    unreadable: answer.rejectedRows,
    applied,
  });
}

/** A range the bank will not serve. `reason`: a failure kind. */
export const recordRefusal = (
  db: WritingDatabase,
  owner: Owner,
  { range, reason, askedAtIso }: { range: DayRange; reason: string; askedAtIso: string },
): void => record(db, owner, { kind: 'refused', range, reason, at: askedAtIso });

/** What was taken back of an account. `updated`: put back or restored; `removed`: taken back; `settled`: links undone. */
export const recordUndone = (
  db: WritingDatabase,
  owner: Owner,
  undone: Pick<AppliedPage, 'updated' | 'removed' | 'settled'> & { readonly at: string },
): void => record(db, owner, { kind: 'undone', at: undone.at, applied: undone });

function record(db: WritingDatabase, { jobRef, accountRef }: Owner, entry: Entry): void {
  const { applied = {} } = entry;
  db.prepare(
    `INSERT INTO receipt_entries
       (job_ref, account_ref, kind, raw_page_ref, from_day, to_day, at, http_status, reason, returned, unreadable,
        inserted, duplicates, changed, removed, settled)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    jobRef,
    accountRef,
    entry.kind,
    entry.pageRef ?? null,
    entry.range?.from ?? null,
    entry.range?.to ?? null,
    entry.at,
    entry.httpStatus ?? null,
    entry.reason ?? null,
    entry.returned ?? null,
    entry.unreadable ?? null,
    applied.inserted ?? 0,
    applied.duplicates ?? null,
    applied.updated ?? 0,
    applied.removed ?? 0,
    applied.settled ?? 0,
  );
}
