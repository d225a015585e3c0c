import { addDays, utcDay } from '#shared/calendar-day.ts';
import { syncAnswerSchema, type SyncRunMeasured, type SyncTask } from '../children/sync-task.ts';
import { spreadOf } from '../measuring/spread.ts';
import { aimed, type Finding, finding, type Section } from '../report/section.ts';
import { spreadText } from '../report/words.ts';
import { runChild } from '../stage/run-child.ts';
import { withBank } from '../stage/with-bank.ts';
import type { SectionAt } from './section-at.ts';

const accounts = 3;
const pagesWanted = 5;
/** Old history goes by the year (two windows), the last 90 days by the month: three, each with too many rows to widen. */
const daysAsked = 590;
const bank = { accounts, transactions: 4200, days: 600, latencyMs: 500 };
const workerCounts = [1, 2, 3] as const;
const discoveryCalls = ['me', 'accounts', 'cards'];
/** `/me`, then both lists side by side. */
const discoveryDepth = 2;
/** Of the count of workers that has an aim. */
const roundsWithAim = 3;
/** At three workers, over the chain. */
const mostOver = 1.1;

/**
 * (b) A slow bank. An account's calls follow one another, so with a worker an account nothing can be faster than the
 * longest account's own chain: its calls, each as long as the bank took on average in that very run.
 */
export async function measureLatency(at: SectionAt): Promise<Section> {
  const to = utcDay(Date.now());
  const from = addDays(to, 1 - daysAsked);
  const findings: Finding[] = [];
  const data: unknown[] = [];
  await withBank(bank, async (address) => {
    for (const workers of at.quick ? [3] : workerCounts) {
      const runs: SyncRunMeasured[] = [];
      const rounds = workers === accounts && !at.quick ? roundsWithAim : 1;
      for (let round = 0; round < rounds; round += 1) {
        at.say(
          `(b) ${accounts} accounts at ${bank.latencyMs} ms, ${workers} workers, round ${round + 1} of ${rounds}`,
        );
        runs.push(await syncOnce(at, { bank: address, workers, from, to }));
      }
      data.push({ workers, rounds: runs.map((run) => ({ ...chainOf(run), run })) });
      findings.push(...findingsOf(workers, runs));
    }
  });
  return {
    title: `(b) ${accounts} accounts of ${pagesWanted} pages, ${bank.latencyMs} ms before each answer`,
    findings,
    data,
  };
}

async function syncOnce(
  at: SectionAt,
  task: Pick<SyncTask, 'bank' | 'workers' | 'from' | 'to'>,
): Promise<SyncRunMeasured> {
  const ledgerPath = at.folder.freshPath();
  const [run] = (await runChild('sync', { ...task, ledgerPath, times: 1 }, syncAnswerSchema)).runs;
  at.folder.drop(ledgerPath);
  if (run?.pages !== accounts * pagesWanted) {
    throw new Error(`${run?.pages} pages instead of ${accounts * pagesWanted}`);
  }
  return run;
}

interface Chain {
  readonly callsOfAccount: number;
  readonly meanCallMs: number;
  readonly accountChainMs: number;
  /** Nothing of an account can be asked before it is known which accounts there are. */
  readonly discoveryMs: number;
}

function chainOf({ calls, performance }: SyncRunMeasured): Chain {
  const all = Object.values(calls).reduce((sum, count) => sum + count, 0);
  const discovery = discoveryCalls.reduce((sum, endpoint) => sum + (calls[endpoint] ?? 0), 0);
  const callsOfAccount = (all - discovery) / accounts;
  const { meanMs } = performance.apiCalls;
  return {
    callsOfAccount,
    meanCallMs: meanMs,
    accountChainMs: callsOfAccount * meanMs,
    discoveryMs: discoveryDepth * meanMs,
  };
}

function findingsOf(workers: number, runs: readonly SyncRunMeasured[]): readonly Finding[] {
  const of = (pick: (run: SyncRunMeasured, chain: Chain) => number) =>
    spreadOf(runs.map((run) => pick(run, chainOf(run))));
  const name = `${workers} ${workers === 1 ? 'worker' : 'workers'}`;
  const lines = [
    finding(`${name}: whole job, ms`, spreadText(of((run) => run.elapsedMs))),
    finding(`${name}: longest account, ms`, spreadText(of((run) => run.longestAccountMs))),
  ];
  if (workers !== accounts) return lines;
  const account = of((run, chain) => run.longestAccountMs / chain.accountChainMs);
  const whole = of((run, chain) => run.elapsedMs / (chain.discoveryMs + chain.accountChainMs));
  const calls = of((_, chain) => chain.callsOfAccount).median;
  return [
    ...lines,
    finding(`  chain of one account, ${calls} calls, ms`, spreadText(of((_, chain) => chain.accountChainMs))),
    finding(
      `  discovery before it, ${discoveryDepth} calls deep, ms`,
      spreadText(of((_, chain) => chain.discoveryMs)),
    ),
    aimed('  longest account / its chain', spreadText(account), 'at most 1.1', account.median <= mostOver),
    aimed('  whole job / discovery and chain', spreadText(whole), 'at most 1.1', whole.median <= mostOver),
    finding(
      '  whole job / chain alone',
      spreadText(of((run, chain) => run.elapsedMs / chain.accountChainMs)),
    ),
  ];
}
