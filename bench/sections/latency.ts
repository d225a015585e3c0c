import { addDays, utcDay } from '#shared/calendar-day.ts';
import { syncAnswerSchema, type SyncRunMeasured } from '../children/sync-task.ts';
import { aimed, type Finding, finding, type Section } from '../report/section.ts';
import { numberText } from '../report/words.ts';
import { runChild } from '../stage/run-child.ts';
import { withBank } from '../stage/with-bank.ts';
import type { SectionAt } from './section-at.ts';

const accounts = 3;
const pagesWanted = 5;
/** Old history goes by the year (two windows), the last 90 days by the month: three, each with too many rows to widen. */
const daysAsked = 590;
const bank = { accounts, transactions: 6000, days: 600, latencyMs: 500 };
const workerCounts = [1, 2, 3] as const;
const discoveryCalls = ['me', 'accounts', 'cards'];
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
      at.say(`(b) ${accounts} accounts at ${bank.latencyMs} ms, ${workers} workers`);
      const ledgerPath = at.folder.freshPath();
      const task = { bank: address, ledgerPath, workers, times: 1, from, to };
      const [run] = (await runChild('sync', task, syncAnswerSchema)).runs;
      at.folder.drop(ledgerPath);
      if (run === undefined) continue;
      if (run.pages !== accounts * pagesWanted)
        throw new Error(`${run.pages} pages instead of ${accounts * pagesWanted}`);
      const chain = chainOf(run);
      data.push({ workers, ...chain, run });
      findings.push(...findingsOf(workers, run, chain));
    }
  });
  return {
    title: `(b) ${accounts} accounts of ${pagesWanted} pages, ${bank.latencyMs} ms before each answer`,
    findings,
    data,
  };
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
    discoveryMs: discovery * meanMs,
  };
}

function findingsOf(workers: number, run: SyncRunMeasured, chain: Chain): readonly Finding[] {
  const name = `${workers} ${workers === 1 ? 'worker' : 'workers'}`;
  const whole = chain.accountChainMs + chain.discoveryMs;
  const accountShare = run.longestAccountMs / chain.accountChainMs;
  const wholeShare = run.elapsedMs / whole;
  const lines = [
    finding(
      name,
      `whole job ${numberText(run.elapsedMs)} ms, longest account ${numberText(run.longestAccountMs)} ms`,
    ),
  ];
  if (workers !== accounts) return lines;
  const calls = `${chain.callsOfAccount} calls of ${numberText(chain.meanCallMs)} ms`;
  return [
    ...lines,
    finding('  chain of one account', `${numberText(chain.accountChainMs)} ms: ${calls}`),
    finding('  discovery before it', `${numberText(chain.discoveryMs)} ms`),
    aimed('  longest account / its chain', numberText(accountShare), 'at most 1.1', accountShare <= mostOver),
    aimed('  whole job / discovery + chain', numberText(wholeShare), 'at most 1.1', wholeShare <= mostOver),
    finding('  whole job / chain alone', numberText(run.elapsedMs / chain.accountChainMs)),
  ];
}
