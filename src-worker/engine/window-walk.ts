import { addDays, dayCount, type DayRange, laterDay } from '#shared/calendar-day.ts';
import { type DayPlan, firstWidthDays, narrowestDays, widestDays, windowsIn } from './plan-windows.ts';

/** An answer this small and this fast means that a wider window would be as easy for the bank. */
const smallAnswerRows = 200;
const fastAnswerMs = 3_000;
/** Above this a page is too long to lose. */
const largeAnswerRows = 5_000;
/** A time-out costs minutes with its retries, so a window is halved for it only this often in a run. */
const mostTimeoutCuts = 2;

/**
 * Where a run stands in its plan: plain data, moved on by pure functions. A page is one date window, because v1 has
 * no pagination (truelayer.md 2.2).
 */
export interface WindowWalk {
  readonly open: DayPlan;
  readonly widthDays: number;
  /** Shrinks when the bank refuses wide ranges, so that growing does not run into the same wall again. */
  readonly maxWidthDays: number;
  readonly timeoutCuts: number;
}

/** First and widest window of a walk, in days. */
export interface WalkWidths {
  readonly first: number;
  readonly most: number;
}

/** Busy days of now: from narrow to wide, so that no page is large before the bank has shown how many rows it has. */
export const recentWidths: WalkWidths = { first: firstWidthDays, most: widestDays };
/** Old history is served for minutes only, so each call asks for as much as a page may hold. */
export const perishableWidths: WalkWidths = { first: widestDays, most: widestDays };
/** Each range of the plan is one window, whatever its length: the unattended budget. */
export const wholeRanges: WalkWidths = { first: Number.MAX_SAFE_INTEGER, most: Number.MAX_SAFE_INTEGER };

/** A walk at its beginning. */
export const startWalk = (plan: DayPlan, { first, most }: WalkWidths = recentWidths): WindowWalk => ({
  open: plan,
  widthDays: first,
  maxWidthDays: most,
  timeoutCuts: most === wholeRanges.most ? mostTimeoutCuts : 0,
});

/** The next window: the newest days of the first open range; `null` when all is asked. */
export function nextWindow(walk: WindowWalk): DayRange | null {
  const range = walk.open[0];
  if (range === undefined) return null;
  if (dayCount(range) <= walk.widthDays) return range;
  return { from: laterDay(range.from, addDays(range.to, 1 - walk.widthDays)), to: range.to };
}

/** How many pages are still ahead at the present width. */
export const pagesAhead = (walk: WindowWalk): number => windowsIn(walk.open, walk.widthDays);

/** The window was answered: its days are done, and the width follows the answer. */
export function afterAnswer(
  walk: WindowWalk,
  window: DayRange,
  answer: { rows: number; elapsedMs: number },
): WindowWalk {
  const small = answer.rows < smallAnswerRows && answer.elapsedMs < fastAnswerMs;
  const widthDays = small
    ? Math.min(walk.maxWidthDays, walk.widthDays * 2)
    : answer.rows > largeAnswerRows
      ? Math.max(narrowestDays, Math.ceil(walk.widthDays / 2))
      : walk.widthDays;
  return { ...walk, open: withoutWindow(walk.open, window), widthDays };
}

/**
 * The bank refused the window's width, or could not carry it. `null`: it is already as narrow as makes sense, so it
 * is the days themselves that cannot be had.
 */
export function narrower(
  walk: WindowWalk,
  window: DayRange,
  cause: 'refused' | 'too-much' | 'timeout',
): WindowWalk | null {
  const days = dayCount(window);
  if (days <= narrowestDays) return null;
  if (cause === 'timeout' && walk.timeoutCuts >= mostTimeoutCuts) return null;
  const widthDays = Math.max(narrowestDays, Math.ceil(days / 2));
  const timeoutCuts = walk.timeoutCuts + (cause === 'timeout' ? 1 : 0);
  return { ...walk, widthDays, maxWidthDays: widthDays, timeoutCuts };
}

/** Gives up the first open range up to the window's newest day: what is older would be refused as well. */
export function giveUpRange(
  walk: WindowWalk,
  window: DayRange,
): { walk: WindowWalk; givenUp: readonly DayRange[] } {
  const range = walk.open[0];
  const givenUp = range === undefined ? [] : [{ from: range.from, to: window.to }];
  return {
    walk: { ...walk, open: walk.open.slice(1), widthDays: firstWidthDays, maxWidthDays: widestDays },
    givenUp,
  };
}

/** Gives up every open day up to `window.to`, in all ranges: history this old is closed. */
export function giveUpOlder(
  walk: WindowWalk,
  window: DayRange,
): { walk: WindowWalk; givenUp: readonly DayRange[] } {
  const givenUp = walk.open
    .filter((range) => range.from <= window.to)
    .map(({ from, to }) => ({ from, to: to < window.to ? to : window.to }));
  const open = walk.open
    .filter((range) => range.to > window.to)
    .map(({ from, to }) => ({ from: laterDay(from, addDays(window.to, 1)), to }));
  return { walk: { ...walk, open }, givenUp };
}

function withoutWindow(plan: DayPlan, window: DayRange): DayPlan {
  const [range, ...rest] = plan;
  if (range === undefined) return [];
  const left = addDays(window.from, -1);
  return left < range.from ? rest : [{ from: range.from, to: left }, ...rest];
}
