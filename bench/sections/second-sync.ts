import { addDays, utcDay } from '#shared/calendar-day.ts';
import { toIso } from '#shared/clock.ts';
import { growLedgerAnswerSchema } from '../children/grow-ledger-task.ts';
import { syncAnswerSchema, type SyncRunMeasured } from '../children/sync-task.ts';
import { plansOfOneWindow } from '../measuring/query-plans.ts';
import { spreadOf } from '../measuring/spread.ts';
import { aimed, type Finding, finding, type Section } from '../report/section.ts';
import { numberText, spreadText } from '../report/words.ts';
import type { BankAddress } from '../stage/bank-address.ts';
import { runChild } from '../stage/run-child.ts';
import { withBank } from '../stage/with-bank.ts';
import type { SectionAt } from './section-at.ts';

const accounts = 2;
const smallRows = 10_000;
const bank = { accounts, transactions: smallRows / accounts, days: 1000, latencyMs: 0 };
const workers = 2;
/** Copied rows lie on days before these, which a second sync asks again (look-back 14 days, and a margin). */
const daysLeftAlone = 40;
/** A bigger tree is a few steps deeper; a cost that followed the ledger would be a hundred times higher. */
const mostTimes = 2;

/**
 * (c) A second sync that finds nothing new, with a small and a large ledger. Both are made by the real writer; the
 * large one then has its old days multiplied. The bank, the days asked and the rows compared are the same.
 */
export async function measureSecondSync(at: SectionAt): Promise<Section> {
  const largeRows = at.quick ? 200_000 : 1_000_000;
  const times = at.quick ? 3 : 9;
  return withBank(bank, async (address) => {
    const small = at.folder.freshPath();
    const large = at.folder.freshPath();
    at.say('(c) filling the ledgers');
    await runChild('sync', { bank: address, ledgerPath: small, workers, times: 1 }, syncAnswerSchema);
    const lastDay = addDays(utcDay(Date.now()), -daysLeftAlone);
    const grown = { from: small, to: large, rows: largeRows, lastDay };
    await runChild('grow-ledger', grown, growLedgerAnswerSchema);
    at.say('(c) syncing again, nothing new');
    const few = await syncAgain(address, small, times);
    const many = await syncAgain(address, large, times);
    const plans = plansOfOneWindow(large, toIso(Date.now()));
    const data = { smallRows, largeRows, few, many, plans };
    at.folder.drop(small);
    at.folder.drop(large);
    return {
      title: `(c) A second sync with nothing new, ${numberText(smallRows)} and ${numberText(largeRows)} rows in the ledger`,
      findings: [
        ...findingsOf(largeRows, few, many),
        aimed(
          '  rows compared / rows the bank sent',
          `${plans.rowsCompared} / ${plans.rowsSent}`,
          'equal',
          plans.rowsCompared === plans.rowsSent,
        ),
        aimed(
          '  plan steps that read a whole table',
          plans.scans.join('; ') || 'none',
          'none',
          plans.scans.length === 0,
        ),
        ...plans.steps.filter((step) => step.includes('transactions')).map((step) => finding('  plan', step)),
      ],
      data,
    };
  });
}

async function syncAgain(
  address: BankAddress,
  ledgerPath: string,
  times: number,
): Promise<readonly SyncRunMeasured[]> {
  // One more than asked: the first reads the file for the first time.
  const task = { bank: address, ledgerPath, workers, times: times + 1 };
  const { runs } = await runChild('sync', task, syncAnswerSchema);
  const found = runs.reduce((sum, run) => sum + run.transactionsSynced, 0);
  if (found > 0) throw new Error(`${found} rows were new to a sync that should have found none`);
  return runs.slice(1);
}

function findingsOf(
  largeRows: number,
  few: readonly SyncRunMeasured[],
  many: readonly SyncRunMeasured[],
): readonly Finding[] {
  const whole = (runs: readonly SyncRunMeasured[]) => spreadOf(runs.map((run) => run.elapsedMs));
  const writes = (runs: readonly SyncRunMeasured[]) =>
    spreadOf(runs.map(({ performance }) => performance.databaseWrites.totalMs + performance.planningMs));
  const wholeTimes = whole(many).median / whole(few).median;
  const writeTimes = writes(many).median / writes(few).median;
  return [
    finding(`${numberText(smallRows)} rows: whole job, ms`, spreadText(whole(few))),
    finding(`${numberText(largeRows)} rows: whole job, ms`, spreadText(whole(many))),
    aimed('  times as long', numberText(wholeTimes), `at most ${mostTimes}`, wholeTimes <= mostTimes),
    finding(`${numberText(smallRows)} rows: database only, ms`, spreadText(writes(few))),
    finding(`${numberText(largeRows)} rows: database only, ms`, spreadText(writes(many))),
    aimed('  times as long', numberText(writeTimes), `at most ${mostTimes}`, writeTimes <= mostTimes),
    finding('  rows asked again', numberText(spreadOf(many.map((run) => run.duplicates)).median)),
  ];
}
