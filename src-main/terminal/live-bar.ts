import type { Progress } from '#shared/progress.ts';
import { progressLine } from '#shared/words/progress-line.ts';
import { readableDuration } from '#shared/words/readable-time.ts';
import type { Screen } from './screen.ts';
import { cut } from './table.ts';
import { withoutControls } from './without-controls.ts';

const hideCursor = '\u001b[?25l';
/** Also what a crash writes: a terminal must never be left without its cursor. */
export const showCursor = '\u001b[?25h';
const clearToEnd = '\u001b[K';
const green = '\u001b[32m';
const plain = '\u001b[39m';

const barWidths = { wide: 20, narrow: 10 } as const;
const wideEnough = 110;
const aroundBar = '[] 100 %  '.length;
const narrowestName = 6;
/** Below this there is no room for a bar beside the words. */
const narrowestForBar = 60;

/** The one line at the bottom of the terminal that moves while a job runs. */
export interface LiveBar {
  show(progress: Progress): void;
  /** A line that stays, above the bar. */
  print(line: string): void;
  /** Leaves the terminal as it was found. May be called twice. */
  end(): void;
}

/**
 * Each redraw is one write that begins at the left edge and clears the rest, so nothing flickers. It never fills the
 * last column, where some terminals wrap.
 */
export function createLiveBar(screen: Screen, nowMs: () => number): LiveBar {
  let last: Progress | null = null;
  let furthest = 0;
  let ended = false;
  screen.draw(hideCursor);

  const redraw = (): void => {
    if (last === null || ended) return;
    // The plan adapts, so the estimate may shrink; a bar that runs backwards only worries people.
    furthest = Math.max(furthest, fractionOf(last));
    screen.draw(`\r${barLine(last, furthest, screen, nowMs())}${clearToEnd}`);
  };
  return {
    show(progress) {
      last = progress;
      redraw();
    },
    print(line) {
      screen.draw(`\r${clearToEnd}${withoutControls(line)}\n`);
      redraw();
    },
    end() {
      if (ended) return;
      ended = true;
      screen.draw(`\r${clearToEnd}${showCursor}`);
    },
  };
}

/** How much is done, 0 to 1, as far as the plan is known. */
export function fractionOf({ status, pagesDone, pagesPlanned }: Progress): number {
  if (status === 'completed') return 1;
  return pagesPlanned === 0 ? 0 : Math.min(1, pagesDone / pagesPlanned);
}

function barLine(progress: Progress, fraction: number, screen: Screen, nowMs: number): string {
  const width = screen.columns() - 1;
  if (width < narrowestForBar) return fittingWords(progress, nowMs, width);
  const barWidth = width < wideEnough ? barWidths.narrow : barWidths.wide;
  const filled = '#'.repeat(Math.round(fraction * barWidth));
  const empty = '-'.repeat(barWidth - filled.length);
  const percent = `${String(Math.floor(fraction * 100))} %`.padStart(5);
  const bar = screen.colour ? `${green}${filled}${plain}${empty}` : `${filled}${empty}`;
  return `[${bar}] ${percent}  ${fittingWords(progress, nowMs, width - barWidth - aroundBar)}`;
}

/** Gives up the time left first, then the end of the account's name, and only then the end of the line. */
function fittingWords(progress: Progress, nowMs: number, width: number): string {
  const words = withoutControls(progressLine(progress, nowMs));
  const showsEta = progress.etaMs !== null && progress.waiting === null;
  const eta = showsEta ? `, ${readableDuration(progress.etaMs)} left` : '';
  const tooLong = [...words].length - width;
  if (tooLong + eta.length <= 0) return words + eta;
  const { currentAccount } = progress;
  if (tooLong <= 0 || currentAccount === null) return cut(words, width);
  const name = cut(currentAccount, Math.max(narrowestName, [...currentAccount].length - tooLong));
  return cut(withoutControls(progressLine({ ...progress, currentAccount: name }, nowMs)), width);
}
