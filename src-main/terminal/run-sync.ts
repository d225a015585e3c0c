import type { SyncRequest } from '#shared/ledger-tasks.ts';
import type { JobRecord } from '#shared/ledger-views.ts';
import { performanceLines, syncEndLine } from '#shared/words/summary-lines.ts';
import { keepConsentsAlive } from '../connect/keep-alive.ts';
import type { AccessTokens } from '../auth/access-tokens.ts';
import type { LedgerThread } from '../sync/ledger-thread.ts';
import type { SyncRun } from '../sync/sync-run.ts';
import { type SyncHabits, usualHabits } from '#shared/sync-habits.ts';
import type { CommandContext } from './command-context.ts';
import { exitCode, exitCodeOfJob } from './exit-code.ts';
import { psuIpOf } from './psu-ip.ts';
import { showFailure } from './show-failure.ts';
import type { Screen } from './screen.ts';
import { showNotices } from './show-notices.ts';
import { createSyncReporter, type SyncReporter } from './sync-reporter.ts';

/** What `runSync` needs beyond the context. `workers`: accounts at a time. */
export interface SyncNeeds {
  readonly ledger: LedgerThread;
  readonly tokens: AccessTokens;
  readonly request: SyncRequest;
  readonly workers: number;
  readonly habits?: SyncHabits;
}

/** Runs a sync to its end in front of the reader: progress, Ctrl-C, summary. @returns the exit code */
export async function runSync(context: CommandContext, needs: SyncNeeds): Promise<number> {
  const { screen, clock, clockOffsetMs, ledgerPath, log } = context;
  const { ledger, tokens, request, workers, habits = usualHabits } = needs;
  const psuIp = (apiUrl: string): Promise<string | undefined> => psuIpOf(context, apiUrl);
  const runner = context.parts.createSyncRunner({
    ledger,
    ledgerPath,
    tokens,
    clock,
    clockOffsetMs,
    psuIp,
    log,
  });
  const started = await runner.start(request, { workers, habits });
  if (!started.ok) return showFailure(screen, started.failure);
  const job = await follow(context, started.value);
  await keepConsentsAlive({ ledger, ledgerPath, tokens, clock });
  showEnd(screen, job);
  await showNotices(context, ledger);
  return exitCodeOfJob(job);
}

async function follow({ screen, surroundings, clock }: CommandContext, run: SyncRun): Promise<JobRecord> {
  const reporter = createSyncReporter(screen, surroundings, clock.nowMs);
  const stopFollowing = [
    run.subscribe((progress) => reporter.progress(progress)),
    run.events((event) => reporter.event(event)),
    surroundings.onInterrupt(interrupter(run, reporter, surroundings.exitNow)),
  ];
  try {
    if (run.joined) reporter.note(`A sync is running already (job ${run.jobId}); following that one.`);
    return await run.done;
  } finally {
    for (const stop of stopFollowing) stop();
    reporter.end();
  }
}

/** The first Ctrl-C asks the job to stop, which keeps the page in flight; the second ends the process at once. */
function interrupter(run: SyncRun, reporter: SyncReporter, exitNow: (code: number) => void): () => void {
  let asked = false;
  return () => {
    if (asked) {
      reporter.end();
      exitNow(exitCode.interrupted);
      return;
    }
    asked = true;
    reporter.note(
      'Stopping after the current page. Press Ctrl-C again to stop at once; nothing stored is lost.',
    );
    run.cancel();
  };
}

function showEnd(screen: Screen, job: JobRecord): void {
  screen.record({ type: 'summary', ...job });
  if (screen.json) return;
  screen.say(syncEndLine(job));
  for (const { displayName, status, reason } of job.accounts) {
    if (reason !== undefined) screen.say(`  ${displayName}: ${reason}`);
    else if (status !== 'completed') screen.say(`  ${displayName}: ${status}`);
  }
  if (job.performance !== null) for (const line of performanceLines(job.performance)) screen.say(line);
}
