import {
  type InsightQuestionsAnswer,
  insightQuestionsAnswerSchema,
} from '../children/insight-questions-task.ts';
import { quantile } from '../measuring/own-time.ts';
import { aimed, type Finding, finding, type Section } from '../report/section.ts';
import { timesText } from '../report/times-text.ts';
import { numberText } from '../report/words.ts';
import { runChild } from '../stage/run-child.ts';
import { makeLargeLedger } from '../stage/large-ledger.ts';
import type { SectionAt } from './section-at.ts';

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
  at.say(`(l) making a ledger of ${numberText(rows)} rows`);
  const ledgerPath = await makeLargeLedger(at.folder, rows);
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
    const value = `${timesText(ms)} [${timesText(ownMs)}]`;
    // What has to be worked out anew is for the thread of long tasks.
    if (kind.endsWith('the first time') || kind.endsWith('changed')) return finding(kind, value);
    const own = quantile(ownMs, share);
    return aimed(kind, value, `own p95 under ${String(mostAnswerMs)}`, own < mostAnswerMs);
  });
