import { failed, type Result, succeeded } from '#shared/result.ts';
import type { UndoReport } from '#shared/restatement.ts';
import type { ReadingDatabase, WritingDatabase } from '../ledger-database.ts';
import type { Ledger } from '../open-ledger.ts';
import { recordUndone } from '../receipts/record-receipt.ts';
import type { RowDifference } from '../replay/compare-rows.ts';
import type { DecodePage } from '../replay/replay-pages.ts';
import { reportRestatement } from '../replay/report-restatement.ts';
import type { RowImage } from '../replay/row-image.ts';
import { restateRows } from '../replay/restate-rows.ts';
import { findWantedRows } from '../replay/wanted-rows.ts';
import { whenUnchanged } from '../replay/when-unchanged.ts';
import { findTouchedRows, type TouchedRows } from './touched-rows.ts';
import { planWithdrawal, type Withdrawal, withdrawCoverage } from './withdraw-coverage.ts';

/** `apply` false: only say what it would take back. */
export interface UndoWish {
  readonly jobId: string;
  readonly apply: boolean;
  readonly nowIso: string;
}

interface Job {
  readonly ref: number;
  readonly finishedAt: string | null;
  readonly undoneAt: string | null;
}

interface Undoing {
  readonly differences: readonly RowDifference[];
  readonly liveRefs: ReadonlyMap<number, number>;
  readonly withdrawal: Withdrawal;
  readonly kept: number;
}

/**
 * Takes back what a job did. What its rows should be without it is found by reading the pages of all other jobs again: what
 * a later one brought or changed too therefore stays as that one left it. Rows it had nothing to do with are not touched.
 * No row is deleted, and the days it asked are asked again. One immediate transaction.
 *
 * Jobs whose owner is gone have to be marked before: one that is not finished is taken to run.
 */
export function undoJob({ db }: Ledger, wish: UndoWish, decode: DecodePage): Result<UndoReport> {
  const { jobId, nowIso } = wish;
  const problem = problemWith(findJob(db, jobId), jobId);
  if (!problem.ok) return problem;
  const workOut = (): Undoing => planUndo(db, problem.value.ref, decode);
  if (!wish.apply) return succeeded(reportOf(db, jobId, workOut(), false));
  return whenUnchanged(db, workOut, (undoing) => {
    const still = problemWith(findJob(db, jobId), jobId);
    if (!still.ok) return still;
    const jobRef = still.value.ref;
    const { differences, liveRefs, withdrawal } = undoing;
    restateRows(db, differences, liveRefs, { kind: 'undone', jobRef, nowIso, keepsNumbers: false });
    withdrawCoverage(db, withdrawal);
    db.prepare('UPDATE jobs SET undone_at = ? WHERE ref = ?').run(nowIso, jobRef);
    recordReceipt(db, jobRef, undoing, nowIso);
    return succeeded(reportOf(db, jobId, undoing, true));
  });
}

const findJob = (db: ReadingDatabase, jobId: string): Job | undefined =>
  db
    .prepare<[string], Job>(
      'SELECT ref, finished_at AS finishedAt, undone_at AS undoneAt FROM jobs WHERE id = ?',
    )
    .get(jobId);

function problemWith(job: Job | undefined, jobId: string): Result<Job> {
  if (job === undefined) return failed({ kind: 'not-found', what: 'job', id: jobId });
  if (job.finishedAt === null) return failed({ kind: 'job-running', jobId });
  if (job.undoneAt !== null) return failed({ kind: 'job-undone', jobId, atIso: job.undoneAt });
  return succeeded(job);
}

function planUndo(db: ReadingDatabase, jobRef: number, decode: DecodePage): Undoing {
  const touched = findTouchedRows(db, jobRef);
  const choice = { accountRefs: touched.accountRefs, withoutJobRef: jobRef };
  const { differences, liveRefs } = findWantedRows(db, choice, decode);
  const own = withNamesakes(
    differences.filter((difference) => isOfJob(difference, touched)),
    differences,
  );
  const restated = new Set(own.filter(({ kind }) => kind !== 'refreshed').map(({ live }) => live?.ref));
  const live = db.prepare('SELECT 1 FROM transactions WHERE ref = ? AND removed_at IS NULL');
  const kept = [...touched.own].filter((ref) => !restated.has(ref) && live.get(ref) !== undefined).length;
  return { differences: own, liveRefs, withdrawal: planWithdrawal(db, jobRef), kept };
}

/** Its rows; and a row that is not there, which a later page should have brought had this job not. */
const isOfJob = ({ live, wanted }: RowDifference, { all, firstPageRef }: TouchedRows): boolean =>
  live !== null ? all.has(live.ref) : wanted !== null && wanted.firstPageRef > firstPageRef;

/**
 * A row whose ids the job changed without a trace (an id alone is no change a person would see) may have become another
 * transaction since. Where the row it should be is recovered, it gives back what it is: else there would be two of that.
 */
function withNamesakes(
  own: readonly RowDifference[],
  all: readonly RowDifference[],
): readonly RowDifference[] {
  const taken = new Set(own);
  const names = new Set(own.flatMap((each) => (each.live === null ? namesOf(each, each.wanted) : [])));
  for (;;) {
    const joined = all.filter(
      (each) =>
        !taken.has(each) && each.live !== null && namesOf(each, each.live).some((name) => names.has(name)),
    );
    if (joined.length === 0) return [...taken];
    for (const each of joined) {
      taken.add(each);
      for (const name of namesOf(each, each.wanted)) names.add(name);
    }
  }
}

/** What may be nobody else's within an account. */
const namesOf = ({ accountRef }: RowDifference, row: RowImage | null): readonly string[] =>
  row === null
    ? []
    : [row.key, row.normalisedId, row.providerId].flatMap((name, at) =>
        name === null ? [] : [`${String(accountRef)} ${String(at)} ${row.status} ${name}`],
      );

function recordReceipt(db: WritingDatabase, jobRef: number, undoing: Undoing, at: string): void {
  const byAccount = Map.groupBy(undoing.differences, ({ accountRef }) => accountRef);
  const accountRefs = new Set([
    ...byAccount.keys(),
    ...undoing.withdrawal.gone.map(({ accountRef }) => accountRef),
  ]);
  for (const accountRef of accountRefs) {
    const own = byAccount.get(accountRef) ?? [];
    const count = (...kinds: readonly RowDifference['kind'][]): number =>
      own.filter(({ kind }) => kinds.includes(kind)).length;
    const undone = {
      updated: count('added', 'changed'),
      removed: count('removed'),
      settled: count('relinked'),
    };
    recordUndone(db, { jobRef, accountRef }, { ...undone, at });
  }
}

const reportOf = (
  db: ReadingDatabase,
  jobId: string,
  { differences, withdrawal, kept }: Undoing,
  isApplied: boolean,
): UndoReport => ({
  jobId,
  isApplied,
  ...reportRestatement(db, differences),
  kept,
  daysToAsk: withdrawal.daysToAsk,
});
