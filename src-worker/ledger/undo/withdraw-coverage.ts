import { dayCount, type DayRange } from '#shared/calendar-day.ts';
import { mergeTouching, subtractRanges } from '../../engine/day-ranges.ts';
import type { ReadingDatabase, WritingDatabase } from '../ledger-database.ts';

/** What is known of some days because a job asked. `pageRef` `null`: they were refused. */
interface Covered extends DayRange {
  readonly ref: number;
  readonly accountRef: number;
  readonly jobRef: number;
  readonly pageRef: number | null;
}

/** What undoing a job does to the days that count as asked. */
export interface Withdrawal {
  /** The job's own. */
  readonly gone: readonly Covered[];
  /** Earlier answers about the same days, and what is left of each. */
  readonly cut: readonly { readonly covered: Covered; readonly left: readonly DayRange[] }[];
  /** Days that were answered and will be asked again, summed over accounts. */
  readonly daysToAsk: number;
}

/**
 * The days an undone job asked count as not asked, so that the next sync asks them: earlier answers about them are no
 * longer what the ledger shows. Later answers are, and stay.
 */
export function planWithdrawal(db: ReadingDatabase, jobRef: number): Withdrawal {
  const all = db
    .prepare<[number], Covered>(
      `SELECT ref, account_ref AS accountRef, job_ref AS jobRef, raw_page_ref AS pageRef, from_day AS "from",
              to_day AS "to"
       FROM coverage WHERE account_ref IN (SELECT account_ref FROM coverage WHERE job_ref = ?) ORDER BY ref`,
    )
    .all(jobRef);
  const gone = all.filter((covered) => covered.jobRef === jobRef);
  const others = all.filter((covered) => covered.jobRef !== jobRef);
  const cut = others.flatMap((covered) => {
    const { pageRef } = covered;
    if (pageRef === null) return [];
    const taken = gone.filter(
      (own) => own.pageRef !== null && own.pageRef > pageRef && own.accountRef === covered.accountRef,
    );
    const left = subtractRanges(covered, taken);
    return left.length === 1 && left[0]?.from === covered.from && left[0].to === covered.to
      ? []
      : [{ covered, left }];
  });
  const leftOf = new Map(cut.map(({ covered, left }) => [covered, left]));
  const after = others.flatMap((covered) =>
    (leftOf.get(covered) ?? [covered]).map((range) => ({ ...covered, ...range })),
  );
  return { gone, cut, daysToAsk: answeredDays(all) - answeredDays(after) };
}

/** Inside the caller's transaction. */
export function withdrawCoverage(db: WritingDatabase, { gone, cut }: Withdrawal): void {
  const leave = db.prepare(
    `INSERT INTO coverage (account_ref, job_ref, raw_page_ref, from_day, to_day, outcome, reason, rows, asked_at, consent)
     SELECT account_ref, job_ref, raw_page_ref, ?, ?, outcome, reason, rows, asked_at, consent FROM coverage WHERE ref = ?`,
  );
  for (const { covered, left } of cut) for (const { from, to } of left) leave.run(from, to, covered.ref);
  const drop = db.prepare('DELETE FROM coverage WHERE ref = ?');
  for (const { ref } of [...gone, ...cut.map(({ covered }) => covered)]) drop.run(ref);
}

function answeredDays(covered: readonly Covered[]): number {
  const answered = covered.filter(({ pageRef }) => pageRef !== null);
  return [...Map.groupBy(answered, ({ accountRef }) => accountRef).values()]
    .flatMap((ranges) => mergeTouching(ranges.toSorted((a, b) => (a.from < b.from ? -1 : 1))))
    .reduce((sum, range) => sum + dayCount(range), 0);
}
