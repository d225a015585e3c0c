/**
 * The longest element that is drawn, in CSS pixels. Chromium cannot make one longer than 33.5 million device pixels
 * (a layout unit is a 64th in 32 bits), which at a zoom of 300 % are 11 million.
 */
const longestPx = 10_000_000;
/** At both ends one pixel of the scrollbar is one pixel of rows: there the first and the last row must be reachable. */
const exactEdgePx = 1_000_000;

/** All rows under each other, the element that stands for them, and the part of it one sees; CSS pixels. */
export interface ScrollSpace {
  readonly rowsPx: number;
  readonly elementPx: number;
  readonly viewPx: number;
}

/** A space for rows as high as `rowsPx` together. Up to ten million pixels nothing is scaled. */
export const scrollSpace = (rowsPx: number, viewPx: number): ScrollSpace => ({
  rowsPx,
  elementPx: Math.min(rowsPx, longestPx),
  viewPx,
});

/** How far the rows can be scrolled. */
export const rowsEnd = ({ rowsPx, viewPx }: ScrollSpace): number => Math.max(0, rowsPx - viewPx);
const elementEnd = ({ elementPx, viewPx }: ScrollSpace): number => Math.max(0, elementPx - viewPx);

/** Pixels of rows for one of the element, between the two exact edges. */
const middleRatio = (space: ScrollSpace): number =>
  (rowsEnd(space) - 2 * exactEdgePx) / (elementEnd(space) - 2 * exactEdgePx);

/** Which pixel of the rows is at the top when the element is scrolled so far. */
export function rowsAtScroll(space: ScrollSpace, scrollTop: number): number {
  const end = elementEnd(space);
  const at = Math.min(end, Math.max(0, scrollTop));
  if (space.elementPx === space.rowsPx || at <= exactEdgePx) return at;
  if (at >= end - exactEdgePx) return rowsEnd(space) - (end - at);
  return exactEdgePx + (at - exactEdgePx) * middleRatio(space);
}

/** How far to scroll the element for this pixel of the rows to be at the top. */
export function scrollAtRows(space: ScrollSpace, topPx: number): number {
  const end = rowsEnd(space);
  const at = Math.min(end, Math.max(0, topPx));
  if (space.elementPx === space.rowsPx || at <= exactEdgePx) return at;
  if (at >= end - exactEdgePx) return elementEnd(space) - (end - at);
  return exactEdgePx + (at - exactEdgePx) / middleRatio(space);
}

/** The nearest place from which a row is seen whole; `topPx` itself when it is already. */
export function topToShow(space: ScrollSpace, topPx: number, rowTopPx: number, rowPx: number): number {
  if (rowTopPx < topPx) return rowTopPx;
  return Math.max(topPx, rowTopPx + rowPx - space.viewPx);
}
