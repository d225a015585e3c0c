import { type BareLoopAnswer, bareLoopAnswerSchema } from '../children/bare-loop-task.ts';
import { syncAnswerSchema, type SyncRunMeasured } from '../children/sync-task.ts';
import { isRoundDue } from '../measuring/rounds.ts';
import { spreadOf } from '../measuring/spread.ts';
import { aimed, type Finding, finding, type Section } from '../report/section.ts';
import { megabytes, numberText, spreadText } from '../report/words.ts';
import type { BankAddress } from '../stage/bank-address.ts';
import { pagesAsked, rowsInLedger } from '../stage/read-ledger.ts';
import { runChild } from '../stage/run-child.ts';
import { withBank } from '../stage/with-bank.ts';
import type { SectionAt } from './section-at.ts';

const accounts = 5;
/** For the rounds of one shape. */
const budgetMs = 45_000;
/** What the product uses unless told otherwise. */
const workers = 2;

/**
 * How many rows a page has depends on how busy the days are and on how wide a range the bank allows; neither shape
 * may be favoured by leaving the other out.
 */
const shapes = [
  { name: 'wide', days: 90, words: 'long pages: 90 busy days' },
  { name: 'narrow', days: 2190, widestDays: 31, words: 'short pages: six years, at most 31 days at once' },
] as const;

interface Pair {
  readonly sync: SyncRunMeasured;
  readonly peakRssBytes: number;
  readonly bare: BareLoopAnswer;
}

/** (a) and (e): 100 000 rows from five accounts beside a bare loop, memory, and the main thread meanwhile. */
export async function measureThroughput(at: SectionAt): Promise<Section> {
  const rows = at.quick ? 20_000 : 100_000;
  const rounds = at.quick ? 1 : 5;
  const findings: Finding[] = [];
  const data: Record<string, unknown> = {};
  for (const { name, words, ...shape } of shapes) {
    const wish = { accounts, transactions: rows / accounts, latencyMs: 0, ...shape };
    const pairs = await withBank(wish, (bank) => measurePairs(at, bank, rows, rounds, name));
    findings.push(...findingsOf(`${name} windows`, words, rows, pairs));
    data[name] = { rows, ...shape, pairs };
  }
  return {
    title: `(a, e) ${numberText(rows)} rows over ${accounts} accounts, ${workers} workers`,
    findings,
    data,
  };
}

async function measurePairs(
  at: SectionAt,
  bank: BankAddress,
  rows: number,
  rounds: number,
  name: string,
): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  // The first round warms the bank, whose code is compiled while it answers, and tells which pages are asked.
  let pages = await warmUp(at, bank);
  const startedMs = performance.now();
  for (let round = 0; isRoundDue(round, startedMs, { most: rounds, budgetMs }); round += 1) {
    at.say(`(a) ${name} windows, round ${round + 1} of at most ${rounds}`);
    const [syncPath, barePath] = [at.folder.freshPath(), at.folder.freshPath()];
    const sync = async () =>
      runChild('sync', { bank, ledgerPath: syncPath, workers, times: 1 }, syncAnswerSchema);
    const bareLoop = async () =>
      runChild('bare-loop', { bank, ledgerPath: barePath, pages }, bareLoopAnswerSchema);
    // Whoever goes second may find the machine in another mood: they take turns.
    let bare = round % 2 === 0 ? null : await bareLoop();
    const { runs, peakRssBytes } = await sync();
    bare ??= await bareLoop();
    pages = pagesAsked(syncPath);
    const stored = rowsInLedger(syncPath);
    const inserted = rowsInLedger(barePath);
    if (stored.rows !== rows || inserted.rows !== rows || stored.sumMinor !== inserted.sumMinor) {
      throw new Error(`The two sides stored different rows: ${JSON.stringify({ stored, inserted })}`);
    }
    const [run] = runs;
    if (run !== undefined) pairs.push({ sync: run, peakRssBytes, bare });
    at.folder.drop(syncPath);
    at.folder.drop(barePath);
  }
  return pairs;
}

async function warmUp(at: SectionAt, bank: BankAddress): Promise<ReturnType<typeof pagesAsked>> {
  const ledgerPath = at.folder.freshPath();
  await runChild('sync', { bank, ledgerPath, workers, times: 1 }, syncAnswerSchema);
  const pages = pagesAsked(ledgerPath);
  at.folder.drop(ledgerPath);
  return pages;
}

function findingsOf(name: string, words: string, rows: number, pairs: readonly Pair[]): readonly Finding[] {
  const of = (pick: (pair: Pair) => number) => spreadOf(pairs.map(pick));
  const ratio = of(({ sync, bare }) => bare.elapsedMs / sync.elapsedMs);
  const p99 = of(({ sync }) => sync.loop.p99Ms);
  return [
    finding(name, `${words}, ${numberText(of(({ sync }) => sync.pages).median)} pages`),
    finding('  Passbook, rows/s', spreadText(of(({ sync }) => (rows * 1000) / sync.elapsedMs))),
    finding('  bare loop, rows/s', spreadText(of(({ bare }) => (rows * 1000) / bare.elapsedMs))),
    aimed('  share of the bare loop', spreadText(ratio), 'at least 0.5', ratio.median >= 0.5),
    finding('  bare loop: waiting for the bank, ms', spreadText(of(({ bare }) => bare.fetchMs))),
    finding(
      '  bare loop: parsing and inserting, ms',
      spreadText(of(({ bare }) => bare.parseMs + bare.insertMs)),
    ),
    finding('  peak memory, MB', spreadText(of(({ peakRssBytes }) => megabytes(peakRssBytes)))),
    finding('  bare loop, peak memory, MB', spreadText(of(({ bare }) => megabytes(bare.peakRssBytes)))),
    finding('  first event after, ms', spreadText(of(({ sync }) => sync.firstEventMs))),
    finding(
      '  first page stored after, ms',
      spreadText(of(({ sync }) => sync.firstPageMs ?? sync.elapsedMs)),
    ),
    aimed('  main thread: event-loop delay p99, ms', spreadText(p99), 'under 20', p99.median < 20),
    finding('  ... p50 (idle loop before: see JSON), ms', spreadText(of(({ sync }) => sync.loop.p50Ms))),
    finding('  ... longest, ms', spreadText(of(({ sync }) => sync.loop.maxMs))),
    finding('  ... garbage collection, ms in all', spreadText(of(({ sync }) => sync.loop.gcTotalMs))),
  ];
}
