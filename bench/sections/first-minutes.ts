import { historyWindowMs } from '#shared/history-window.ts';
import type { Fault } from '../../src-demo-bank/faults/fault-schema.ts';
import { assertLedgerIsTrue } from '../../test/support/ledger-truth.ts';
import {
  type FirstMinutesAnswer,
  firstMinutesAnswerSchema,
  type PerishableKind,
  perishableKinds,
} from '../children/first-minutes-task.ts';
import { spreadOf } from '../measuring/spread.ts';
import { aimed, type Finding, finding, type Section } from '../report/section.ts';
import { numberText, spreadText } from '../report/words.ts';
import type { BankBooks } from '../stage/bank-books.ts';
import { askLedgerFile } from '../stage/read-ledger.ts';
import { runChild } from '../stage/run-child.ts';
import { withBank } from '../stage/with-bank.ts';
import type { SectionAt } from './section-at.ts';

const bank = { accounts: 3, cards: 2, days: 6 * 365, latencyMs: 500 };
/** What the product uses unless told otherwise. In the window every account has a thread, whatever this is. */
const workers = 2;
/** A race that has not ended when the window has is lost, and may still end to say so. */
const mostMs = historyWindowMs + 60_000;
const mostFaults = 60;
/** Of the refusals: each third does not say for how long. */
const everySilent = 3;

/** 429 for each `everyCalls`th call: "wait 2 s", and each third time without a word. */
const nowAndThen = (everyCalls: number): readonly Fault[] =>
  Array.from({ length: mostFaults }, (_, at) => ({
    kind: 'error',
    endpoint: 'any',
    error: 'provider_too_many_requests',
    ...((at + 1) % everySilent === 0 ? {} : { retryAfter: { seconds: 2 } }),
    fromCall: (at + 1) * everyCalls,
    count: 1,
  }));

const races = [
  { name: 'a bank that is only slow', rounds: 3, wish: {} },
  { name: 'and answers 429 to every 12th call', rounds: 3, wish: { faults: nowAndThen(12) } },
  { name: 'a slow bank that gives at most 31 days at once', rounds: 1, wish: { widestDays: 31 } },
  // Eight times as many calls. What is refused as often however slowly one asks shows whether the pace learns that, too.
  {
    name: 'and answers 429 to every 40th call',
    rounds: 1,
    wish: { widestDays: 31, faults: nowAndThen(40) },
  },
  {
    name: 'at most 31 days at once, and 429 to every 12th call',
    rounds: 2,
    wish: { widestDays: 31, faults: nowAndThen(12) },
  },
] as const;

/** One race, with the bank's own account of it. */
interface Race extends FirstMinutesAnswer {
  /** When the bank said yes, by its own books. */
  readonly consentAtMs: number;
  readonly rateLimitsAnswered: number;
}

/**
 * (j) The first five minutes: a consent, and a sync at once, in real time, at a bank that closes its old history five
 * minutes later. Every row of six years must be in the ledger, and no answer may come too late.
 */
export async function measureFirstMinutes(at: SectionAt): Promise<Section> {
  const findings: Finding[] = [];
  const data: unknown[] = [];
  for (const { name, rounds, wish } of at.quick ? races.slice(1, 2) : races) {
    const runs: Race[] = [];
    try {
      for (let round = 1; round <= (at.quick ? 1 : rounds); round += 1) {
        at.say(`(j) ${name}, round ${round} of ${rounds}`);
        runs.push(await raceOnce(at, wish));
      }
      findings.push(...findingsOf(name, runs));
    } catch (error) {
      // The other races say as much as before.
      process.exitCode = 1;
      const why = error instanceof Error ? error.message : String(error);
      findings.push(aimed(name, `lost: ${why}`, 'all of it', false));
    }
    data.push({ name, runs });
  }
  const title = `(j) The first five minutes: ${bank.accounts} accounts and ${bank.cards} cards, six years, ${bank.latencyMs} ms a call`;
  return { title, findings, data };
}

/** A bank of its own for each: faults count its calls. */
async function raceOnce(at: SectionAt, wish: Partial<Parameters<typeof withBank>[0]>): Promise<Race> {
  const ledgerPath = at.folder.freshPath();
  return withBank({ ...bank, ...wish }, async (address, readBooks) => {
    const task = { bank: address, ledgerPath, workers };
    const answer = await runChild('first-minutes', task, firstMinutesAnswerSchema, mostMs);
    const books = await readBooks();
    assertAllIsThere(ledgerPath, answer, books);
    at.folder.drop(ledgerPath);
    const consent = books.calls.find(({ endpoint }) => endpoint === 'authorize');
    if (consent === undefined) throw new Error('The bank gave no consent');
    const rateLimitsAnswered = books.calls.filter(({ status }) => status === 429).length;
    return { ...answer, consentAtMs: consent.atMs, rateLimitsAnswered };
  });
}

/** Throws when the job left anything out, the bank closed anything before it was asked, or a row is not the bank's. */
function assertAllIsThere(ledgerPath: string, answer: FirstMinutesAnswer, books: BankBooks): void {
  const closed = books.calls.filter(({ status }) => status === 403).length;
  if (answer.status !== 'completed' || answer.reasons.length > 0 || closed > 0) {
    throw new Error(`${answer.status}, ${closed} answers came too late. ${answer.reasons.join(' ')}`);
  }
  const none = { booked: [], pending: [] };
  assertLedgerIsTrue({
    accountIds: books.accounts.map(({ accountId }) => accountId),
    query: askLedgerFile(ledgerPath),
    bank: {
      control: { truth: (id) => books.accounts.find(({ accountId }) => accountId === id) ?? none },
    },
  });
}

function findingsOf(name: string, runs: readonly Race[]): readonly Finding[] {
  const of = (pick: (run: Race) => number) => spreadText(spreadOf(runs.map(pick)));
  const lastOf = (run: Race, kinds: readonly PerishableKind[]): number => {
    const its = run.perishable.filter(({ kind }) => kinds.includes(kind));
    return (Math.max(...its.map(({ atMs }) => atMs)) - run.consentAtMs) / 1000;
  };
  const shareOf = (run: Race): number => (lastOf(run, perishableKinds) * 100_000) / historyWindowMs;
  const waitedMs = (run: Race): number =>
    run.performance.waits.reduce((sum, { totalMs }) => sum + totalMs, 0);
  const [first] = runs;
  return [
    finding(name, `${numberText(first?.transactionsSynced ?? 0)} rows in ${first?.pages} pages`),
    ...perishableKinds.map((kind) =>
      finding(
        `  last answer, ${kind}: s after the consent`,
        of((run) => lastOf(run, [kind])),
      ),
    ),
    aimed(
      '  share of the five minutes used, %',
      of(shareOf),
      'under 100',
      runs.every((run) => shareOf(run) < 100),
    ),
    finding(
      '  whole job done: s after the consent',
      of((run) => (run.endedAtMs - run.consentAtMs) / 1000),
    ),
    finding(
      '  calls, of them answered 429',
      `${of((run) => run.calls)}, ${of((run) => run.rateLimitsAnswered)}`,
    ),
    finding(
      '  waited for it, s, all threads together',
      of((run) => waitedMs(run) / 1000),
    ),
    aimed('  rows missing, rows too many, refused for being late', '0, 0, 0', 'none', true),
  ];
}
