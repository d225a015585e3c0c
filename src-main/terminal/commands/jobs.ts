import { toIso } from '#shared/clock.ts';
import type { JobRecord } from '#shared/ledger-views.ts';
import { isEnded } from '#shared/job.ts';
import { jobStandingWords } from '#shared/words/job-status-words.ts';
import { progressLine } from '#shared/words/progress-line.ts';
import { performanceLines, syncEndLine } from '#shared/words/summary-lines.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { refuse, showFailure } from '../show-failure.ts';
import { showRows } from '../show-rows.ts';
import type { Column } from '../table.ts';
import { withExistingLedger } from '../with-ledger.ts';
import { receipt } from './receipt.ts';

/** `receipt`: of the job named, what it asked and did, page by page; `out`: into this file. */
export interface JobsOptions {
  readonly receipt?: boolean;
  readonly out?: string;
}

const listed = 50;

/** What to do about a job whose owner is gone (design, section 4). */
const goOn = 'Passbook was ended while it ran. What was stored stays; "passbook sync" goes on from there.';

const columns: readonly Column<JobRecord>[] = [
  { title: 'Started (UTC)', cell: (job) => job.startedAt.slice(0, 16).replace('T', ' ') },
  { title: 'Asked by', cell: (job) => job.requestedBy },
  { title: 'State', cell: (job) => jobStandingWords(job), shrinks: true },
  { title: 'New', cell: (job) => String(job.transactionsSynced), align: 'right' },
  { title: 'Duplicates', cell: (job) => String(job.duplicates), align: 'right' },
  { title: 'Errors', cell: (job) => String(job.errors), align: 'right' },
  { title: 'Id', cell: (job) => job.jobId },
];

/** `passbook jobs [ID]`: the syncs so far, newest first, or one of them; also while another process runs it. */
export async function jobs(
  context: CommandContext,
  jobId: string | undefined,
  { receipt: wantsReceipt = false, out }: JobsOptions,
): Promise<number> {
  const { screen, ledgerPath, clock } = context;
  if (wantsReceipt) {
    if (jobId !== undefined) return receipt(context, jobId, { out });
    return refuse(screen, 'Whose receipt? Name the job: passbook jobs ID --receipt.');
  }
  if (out !== undefined) return refuse(screen, '--out goes with --receipt.');
  return withExistingLedger(context, async (ledger) => {
    const nowIso = toIso(clock.nowMs());
    if (jobId === undefined) {
      const answer = await ledger.run({ kind: 'list-jobs', ledgerPath, limit: listed, nowIso });
      if (!answer.ok) return showFailure(screen, answer.failure);
      showRows(context, columns, answer.value, 'Nothing was synced yet.');
      const [newest] = answer.value;
      if (newest?.status === 'interrupted' && !screen.json) screen.say(`Sync ${newest.jobId}: ${goOn}`);
      return exitCode.ok;
    }
    const answer = await ledger.run({ kind: 'get-job', ledgerPath, jobId, nowIso });
    if (!answer.ok) return showFailure(screen, answer.failure);
    screen.record(answer.value);
    if (!screen.json) for (const line of jobLines(answer.value, clock.nowMs())) screen.say(line);
    return exitCode.ok;
  });
}

function jobLines(job: JobRecord, nowMs: number): readonly string[] {
  const state = isEnded(job.status) ? syncEndLine(job) : progressLine(job, nowMs);
  const accounts = job.accounts.map(
    ({ displayName, status, transactionsSynced, reason }) =>
      `  ${displayName}: ${status}, ${String(transactionsSynced)} synced${reason === undefined ? '' : `. ${reason}`}`,
  );
  const wayOut = job.status === 'interrupted' ? [goOn] : [];
  return [
    state,
    ...wayOut,
    ...accounts,
    ...(job.performance === null ? [] : performanceLines(job.performance)),
  ];
}
