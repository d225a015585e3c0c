import {
  type Asked,
  type ListQuestionsAnswer,
  listQuestionsAnswerSchema,
} from '../children/list-questions-task.ts';
import { quantile } from '../measuring/own-time.ts';
import { spreadOf } from '../measuring/spread.ts';
import { aimed, type Finding, finding, type Section } from '../report/section.ts';
import { timesText } from '../report/times-text.ts';
import { megabytes, numberText, spreadText } from '../report/words.ts';
import { runChild } from '../stage/run-child.ts';
import { makeLargeLedger } from '../stage/large-ledger.ts';
import type { SectionAt } from './section-at.ts';

/** As the user is told: the first rows at once, every answer before the next key is pressed. */
const mostFirstPageMs = 100;
const mostAnswerMs = 50;
/** No task should keep others from the ledger thread for longer. */
const mostSliceMs = 100;
const share = 0.95;

/**
 * (i) The list of transactions: a ledger of a million rows over ten accounts, opened and asked what the window asks. Own
 * time is what a machine with nothing else to do would need; by the clock is what it took here.
 */
export async function measureList(at: SectionAt): Promise<Section> {
  const rows = at.quick ? 200_000 : 1_000_000;
  at.say(`(i) making a ledger of ${numberText(rows)} rows`);
  const ledgerPath = await makeLargeLedger(at.folder, rows);
  const runs: ListQuestionsAnswer[] = [];
  for (let seed = 1; seed <= (at.quick ? 1 : 3); seed += 1) {
    at.say(`(i) asking, round ${String(seed)}`);
    const task = { ledgerPath, rounds: at.quick ? 20 : 60, seed };
    runs.push(await runChild('list-questions', task, listQuestionsAnswerSchema));
  }
  at.folder.drop(ledgerPath);
  return {
    title: `(i) The list of ${numberText(rows)} transactions: p50 / p95 / longest, ms; own time in brackets`,
    findings: [...openingOf(runs), ...answersOf(runs), ...plansOf(runs)],
    data: runs,
  };
}

function openingOf(runs: readonly ListQuestionsAnswer[]): readonly Finding[] {
  const of = (pick: (run: ListQuestionsAnswer) => number) => spreadOf(runs.map(pick));
  const firstPage = of((run) => run.openMs + run.firstPageMs);
  const slice = of((run) => run.longestSliceOwnMs);
  return [
    aimed(
      'opened, first rows',
      `${spreadText(firstPage)} [${spreadText(of((run) => run.firstPageOwnMs))}]`,
      `under ${String(mostFirstPageMs)}`,
      firstPage.median < mostFirstPageMs,
    ),
    finding('all rows in memory after', spreadText(of((run) => run.heldAfterMs))),
    finding('all words in memory after', spreadText(of((run) => run.wordsAfterMs))),
    aimed(
      '  longest slice, own time',
      spreadText(slice),
      `under ${String(mostSliceMs)}`,
      slice.max < mostSliceMs,
    ),
    finding(
      '  memory of columns and kept lists, MB',
      numberText(megabytes(of((run) => run.arrayBytes).median)),
    ),
  ];
}

function answersOf(runs: readonly ListQuestionsAnswer[]): readonly Finding[] {
  const kinds = runs[0]?.asked.map(({ kind }) => kind) ?? [];
  return kinds.map((kind) => {
    const all = runs.flatMap(({ asked }) => asked.filter((each) => each.kind === kind));
    const ms = all.flatMap((each: Asked) => each.ms);
    const own = all.flatMap((each: Asked) => each.ownMs);
    const isFirst = kind.endsWith('the first time');
    const value = `${timesText(ms)} [${timesText(own)}]`;
    if (isFirst) return finding(kind, value);
    return aimed(kind, value, `own p95 under ${String(mostAnswerMs)}`, quantile(own, share) < mostAnswerMs);
  });
}

function plansOf(runs: readonly ListQuestionsAnswer[]): readonly Finding[] {
  const plans = runs[0]?.plans ?? [];
  const scans = plans.filter((step) => /SCAN (t|transactions)\b(?! USING)/.test(step));
  return [
    aimed('plan steps that read the table of rows', scans.join('; ') || 'none', 'none', scans.length === 0),
    ...plans.filter((step) => /transaction/.test(step)).map((step) => finding('  plan', step)),
  ];
}
