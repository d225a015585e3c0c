import { aimed, type Finding, finding } from '../report/section.ts';
import { numberText } from '../report/words.ts';
import type { AppStrain } from './watch-app.ts';

const longestMs = 50;
const mostDelayMs = 20;

/** What an app bore, in lines: how long it took, its page, its main process. */
export function strainFindings(name: string, { tookMs, page, work, main }: AppStrain): readonly Finding[] {
  const tasks = page.longTasksMs;
  const longest =
    tasks.length === 0 ? 'none' : `${tasks.length}, the longest ${numberText(Math.max(...tasks))}`;
  return [
    finding(name, `${numberText(Math.round(tookMs))} ms`),
    aimed('  window: tasks over 50 ms by the clock', longest, 'none', tasks.length === 0),
    ...(work === null
      ? []
      : [
          aimed(
            '  window: own time of the longest task, ms',
            numberText(work.longestOwnMs),
            `under ${longestMs}`,
            work.longestOwnMs < longestMs,
          ),
        ]),
    finding('  window: between two frames p99, longest, ms', `${page.frameP99Ms}, ${page.frameMaxMs}`),
    aimed(
      '  main: event-loop delay p99, ms',
      numberText(main.p99Ms),
      `under ${mostDelayMs}`,
      main.p99Ms < mostDelayMs,
    ),
    finding('  main: own time between two ticks p99, longest, ms', `${main.ownP99Ms}, ${main.ownMaxMs}`),
    finding('  main: p50, longest, ms', `${numberText(main.p50Ms)}, ${numberText(main.maxMs)}`),
  ];
}
