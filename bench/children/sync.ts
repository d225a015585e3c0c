import { watchLoop } from '../measuring/loop-watch.ts';
import { peakMemoryBytes } from '../measuring/peak-memory.ts';
import { answerParent, taskOfChild } from '../stage/child-task.ts';
import { openStage, type Stage } from '../stage/open-stage.ts';
import { type SyncRunMeasured, type SyncTask, syncTaskSchema } from './sync-task.ts';

const task = taskOfChild(syncTaskSchema);
const stage = await openStage(task.bank, task.ledgerPath);
const rssBeforeBytes = process.memoryUsage.rss();
const runs: SyncRunMeasured[] = [];
for (let run = 0; run < task.times; run += 1) runs.push(await measuredSync(stage, task));
const peakRssBytes = peakMemoryBytes();
await stage.close();
answerParent({ runs, rssBeforeBytes, peakRssBytes });

async function measuredSync(
  { runner }: Stage,
  { workers, from, to }: Pick<SyncTask, 'workers' | 'from' | 'to'>,
): Promise<SyncRunMeasured> {
  const calls: Record<string, number> = {};
  let firstEventMs: number | null = null;
  let firstPageMs: number | null = null;
  const { result, loop } = await watchLoop(async () => {
    const startedMs = performance.now();
    const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const started = await runner.start({ requestedBy: 'user', attended: true, ...range }, { workers });
    if (!started.ok) throw new Error(`The sync did not start: ${started.failure.kind}`);
    started.value.events((event) => {
      firstEventMs ??= performance.now() - startedMs;
      if (event.kind === 'page-stored') firstPageMs ??= performance.now() - startedMs;
      if (event.kind === 'api-call') calls[event.endpoint] = (calls[event.endpoint] ?? 0) + 1;
    });
    const record = await started.value.done;
    return { record, elapsedMs: performance.now() - startedMs };
  });
  const { record, elapsedMs } = result;
  if (record.status !== 'completed' || record.performance === null) {
    throw new Error(
      `The sync ended as ${record.status}: ${record.accounts.map(({ reason }) => reason).join(' ')}`,
    );
  }
  return {
    elapsedMs,
    firstEventMs: firstEventMs ?? elapsedMs,
    firstPageMs,
    transactionsSynced: record.transactionsSynced,
    duplicates: record.duplicates,
    pages: record.pagesDone,
    longestAccountMs: Math.max(...record.accounts.map((account) => account.elapsedMs)),
    calls,
    performance: record.performance,
    loop,
  };
}
