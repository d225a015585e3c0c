import type { PairedRow } from './pair-rows.ts';
import type { RowImage } from './row-image.ts';

/** Where rows go that are walked past, page by page. */
export interface PageWalk {
  /** Both sides have it, at the same place of the same page. */
  readonly onPair: (pair: PairedRow) => void;
  /** Their place does not tell which they are. */
  readonly onUnknown: (live: readonly RowImage[], wanted: readonly RowImage[]) => void;
}

/**
 * Walks rows as they are and rows as they should be side by side, by the page that brought them and their place in it: as
 * long as no page before is left out, the same pages bring the same rows in the same order. One page is held at a time.
 *
 * @param live, wanted in the order of their first page, then of their number
 * @param exactBefore the first page that is left out
 */
export function walkPages(
  live: Iterable<RowImage>,
  wanted: Iterable<RowImage>,
  exactBefore: number,
  { onPair, onUnknown }: PageWalk,
): void {
  const there = pagesOf(live);
  const here = pagesOf(wanted);
  let is = there.next().value;
  let should = here.next().value;
  while (is !== undefined || should !== undefined) {
    const page = Math.min(pageOf(is), pageOf(should));
    const own = pageOf(is) === page ? (is ?? []) : [];
    const rows = pageOf(should) === page ? (should ?? []) : [];
    if (page < exactBefore && isSameSequence(own, rows)) {
      for (const [place, row] of rows.entries()) {
        const same = own[place];
        if (same !== undefined) onPair({ is: same, row });
      }
    } else onUnknown(own, rows);
    if (own.length > 0) is = there.next().value;
    if (rows.length > 0) should = here.next().value;
  }
}

const isSameSequence = (own: readonly RowImage[], rows: readonly RowImage[]): boolean =>
  own.length === rows.length && rows.every(({ status }, place) => own[place]?.status === status);

const pageOf = (rows: readonly RowImage[] | undefined): number => rows?.[0]?.firstPageRef ?? Infinity;

/** Rows of one page after the other. */
function* pagesOf(rows: Iterable<RowImage>): Generator<readonly RowImage[], undefined> {
  let page: RowImage[] = [];
  for (const row of rows) {
    if (page[0] !== undefined && page[0].firstPageRef !== row.firstPageRef) {
      yield page;
      page = [];
    }
    page.push(row);
  }
  if (page.length > 0) yield page;
}
