import { addDays, utcDay } from '#shared/calendar-day.ts';
import { growLedgerAnswerSchema } from '../children/grow-ledger-task.ts';
import {
  type InsightQuestionsAnswer,
  insightQuestionsAnswerSchema,
} from '../children/insight-questions-task.ts';
import { syncAnswerSchema } from '../children/sync-task.ts';
import { quantile } from '../measuring/own-time.ts';
import { aimed, type Finding, finding, type Section } from '../report/section.ts';
import { numberText } from '../report/words.ts';
import { runChild } from '../stage/run-child.ts';
import { withBank } from '../stage/with-bank.ts';
import type { SectionAt } from './section-at.ts';

const bank = { accounts: 10, transactions: 1000, days: 2000, latencyMs: 0 };
/** Nobody who asks the same thread for something else should notice. */
const mostAnswerMs = 100;
const share = 0.95;
/** Hundreds of questions, some of half a second, on a machine that may be busy. */
const mostMs = 400_000;

/**
 * (l) Insights and overview: a ledger of a million rows over ten accounts, asked what the overview, the insights and the
 * completeness page ask. Own time is what a machine with nothing else to do would need.
 */
export async function measureInsights(at: SectionAt): Promise<Section> {
  const rows = at.quick ? 200_000 : 1_000_000;
  const ledgerPath = at.folder.freshPath();
  const small = at.folder.freshPath();
  at.say(`(l) making a ledger of ${numberText(rows)} rows`);
  await withBank(bank, (address) =>
    runChild('sync', { bank: address, ledgerPath: small, workers: 2, times: 1 }, syncAnswerSchema),
  );
  const lastDay = addDays(utcDay(Date.now()), -1);
  const grown = { from: small, to: ledgerPath, rows, lastDay, varied: true };
  await runChild('grow-ledger', grown, growLedgerAnswerSchema);
  at.folder.drop(small);
  at.say('(l) asking');
  const task = { ledgerPath, rounds: at.quick ? 5 : 30 };
  const run = await runChild('insight-questions', task, insightQuestionsAnswerSchema, mostMs);
  at.folder.drop(ledgerPath);
  return {
    title: `(l) Insights and overview on ${numberText(rows)} transactions: p50 / p95 / longest, ms; own time in brackets`,
    findings: [
      finding(
        'all rows summed up, once',
        `${numberText(Math.round(run.sumsMs))} [${numberText(Math.round(run.sumsOwnMs))}]`,
      ),
      ...answersOf(run),
    ],
    data: run,
  };
}

const answersOf = ({ asked }: InsightQuestionsAnswer): readonly Finding[] =>
  asked.map(({ kind, ms, ownMs }) => {
    const text = (values: readonly number[]): string =>
      [quantile(values, 0.5), quantile(values, share), Math.max(...values)]
        .map((value) => value.toFixed(1))
        .join(' / ');
    const value = `${text(ms)} [${text(ownMs)}]`;
    // What has to be worked out anew is for the thread of long tasks.
    if (kind.endsWith('the first time') || kind.endsWith('changed')) return finding(kind, value);
    const own = quantile(ownMs, share);
    return aimed(kind, value, `own p95 under ${String(mostAnswerMs)}`, own < mostAnswerMs);
  });
