import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { headHeightPx, lineHeightPx } from './line-heights.ts';
import { rowsAtScroll, rowsEnd, scrollAtRows, scrollSpace, topToShow } from './scroll-space.ts';

/** Drawn beyond the edges, so that a fast wheel does not show through. */
const overscan = 12;
/**
 * A wheel or a finger moves less than this between two events, the hand on a scrollbar that stands for ten million
 * pixels more: the one moves the rows pixel by pixel, the other through all of them.
 */
const longestStepPx = 4000;
/** Without a `scrollend`, after this long without an event. */
const restMs = 160;

/** What is on the screen. Both rows are included; `shiftPx`: how far behind its own place each row is drawn. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
  readonly shiftPx: number;
}

/** The part of a long list that is drawn, and how to move it. */
export interface RowWindow extends RowRange {
  /** How high the element is that holds the rows. */
  readonly elementPx: number;
  readonly rowsShown: () => number;
  /** Scrolls no further than needed. */
  readonly show: (row: number) => void;
  readonly moveBy: (rows: number) => void;
  readonly toTop: () => void;
}

interface Place {
  readonly topPx: number;
  readonly scrollTop: number;
}

/** Rows are shifted by whole pixels only: text between two of them is blurred. */
const onWholePixels = (topPx: number, scrollTop: number): Place => ({
  topPx: scrollTop + Math.round(topPx - scrollTop),
  scrollTop,
});

const nothing: RowRange = { first: 0, last: -1, shiftPx: 0 };

/**
 * Draws a million rows through an element shorter than they are. While one scrolls by small steps the rows move with
 * the element, by the browser's own thread; after a jump, and whenever the hand rests, both are brought together again
 * without anything moving on the screen.
 */
export function useRowWindow(count: number, scroller: RefObject<HTMLElement | null>): RowWindow {
  const [range, setRange] = useState(nothing);
  // By reference: the scroll events must not wait for React to know the newest.
  const place = useRef<Place>({ topPx: 0, scrollTop: 0 });
  const shown = useRef(nothing);
  const rowCount = useRef(count);
  rowCount.current = count;
  // Told by the observer: to ask the element would have the browser lay out the page in the middle of every change.
  const heightPx = useRef(0);

  const space = () => scrollSpace(rowCount.current * lineHeightPx, heightPx.current - headHeightPx);
  const draw = (): void => {
    const { topPx, scrollTop } = place.current;
    const first = Math.max(0, Math.floor(topPx / lineHeightPx) - overscan);
    const end = Math.ceil((topPx + space().viewPx) / lineHeightPx) + overscan;
    const next = { first, last: Math.min(rowCount.current, end) - 1, shiftPx: topPx - scrollTop };
    const before = shown.current;
    if (next.first === before.first && next.last === before.last && next.shiftPx === before.shiftPx) return;
    shown.current = next;
    setRange(next);
  };
  const goTo = (topPx: number): void => {
    const element = scroller.current;
    if (element === null) return;
    const now = space();
    const within = Math.min(rowsEnd(now), Math.max(0, topPx));
    const scrollTop = scrollAtRows(now, within);
    // At the top it is already: nothing moves it from there but the user, and asking costs a layout.
    if (scrollTop > 0 || place.current.scrollTop > 0) element.scrollTop = scrollTop;
    place.current = onWholePixels(within, scrollTop > 0 ? element.scrollTop : 0);
    draw();
  };
  const newest = useRef({ space, draw, goTo });
  newest.current = { space, draw, goTo };

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (): void => {
      clearTimeout(timer);
      const { topPx, scrollTop } = place.current;
      if (Math.abs(scrollAtRows(newest.current.space(), topPx) - scrollTop) < 1) return;
      flushSync(() => newest.current.goTo(topPx));
    };
    const onScroll = (): void => {
      const { scrollTop } = element;
      const step = scrollTop - place.current.scrollTop;
      const now = newest.current.space();
      const stepped = place.current.topPx + step;
      const isStep = Math.abs(step) <= longestStepPx && stepped >= 0 && stepped <= rowsEnd(now);
      place.current = onWholePixels(isStep ? stepped : rowsAtScroll(now, scrollTop), scrollTop);
      flushSync(newest.current.draw);
      clearTimeout(timer);
      timer = setTimeout(settle, restMs);
    };
    heightPx.current = element.clientHeight;
    const sizes = new ResizeObserver(() => {
      heightPx.current = element.clientHeight;
      newest.current.draw();
    });
    sizes.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('scrollend', settle);
    return () => {
      clearTimeout(timer);
      sizes.disconnect();
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('scrollend', settle);
    };
  }, [scroller]);

  useLayoutEffect(() => {
    newest.current.goTo(place.current.topPx);
  }, [count]);

  return {
    ...range,
    elementPx: space().elementPx,
    rowsShown: () => Math.max(1, Math.floor(space().viewPx / lineHeightPx)),
    show: (row) => goTo(topToShow(space(), place.current.topPx, row * lineHeightPx, lineHeightPx)),
    moveBy: (rows) => goTo(place.current.topPx + rows * lineHeightPx),
    toTop: () => goTo(0),
  };
}
