import type { Bridge } from '#shared/ipc/bridge.ts';
import type { Failure } from '#shared/failure.ts';
import type { ListedTransaction, OverlayChange } from '#shared/transaction-list.ts';
import { createStore, type Store } from '../state/store.ts';
import type { ListQuery } from './list-query.ts';
import { withOverlay } from './with-overlay.ts';

/** Rows a page: a screenful a few times over, and small enough to arrive within a frame or two. */
export const pageSize = 100;
/** Two, so that the next page is under way while one is drawn, and a jump is not stuck behind many. */
const atOnce = 2;
/** 12 000 rows; further ones are asked for again, so that a long scroll does not keep the whole ledger. */
const pagesKept = 120;

/** Changes whenever something arrived. */
export interface PagesSnapshot {
  /** `null` until the first page is here. As the first page said it: rows must not jump while one reads. */
  readonly total: number | null;
  readonly failure: Failure | null;
  readonly version: number;
}

/** A long list that is fetched where it is looked at. */
export interface TransactionPages extends Store<PagesSnapshot> {
  readonly query: ListQuery;
  /** `undefined`: not here yet. `index` 0 is the first in the order asked for. */
  readonly rowAt: (index: number) => ListedTransaction | undefined;
  /**
   * These rows are on the screen (both included): fetches them and their neighbours, nearest first. `isPassing`: only
   * them, they will be gone in a moment.
   */
  readonly want: (first: number, last: number, isPassing?: boolean) => void;
  /** What was wanted last: where its successor should begin. */
  readonly wanted: () => readonly [first: number, last: number];
  /** Shows what the user said of these rows at once; the ledger's own word comes with the next pages. */
  readonly patch: (ids: ReadonlySet<number>, change: OverlayChange) => void;
  /** Asks again for what failed. */
  readonly retry: () => void;
  /** Ignores what is still to come. */
  readonly close: () => void;
}

/** Pages of one query as the ledger is now; a changed ledger wants a new one. */
export function createTransactionPages(call: Bridge['call'], query: ListQuery): TransactionPages {
  const pages = new Map<number, readonly ListedTransaction[]>();
  const asked = new Set<number>();
  const store = createStore<PagesSnapshot>({ total: null, failure: null, version: 0 });
  let range: readonly [first: number, last: number] = [0, 0];
  let wanted: readonly number[] = [];
  let isClosed = false;
  const update = (change: Partial<PagesSnapshot>): void =>
    store.set({ ...store.get(), ...change, version: store.get().version + 1 });

  function ask(): void {
    for (const page of wanted) {
      if (isClosed || asked.size >= atOnce || store.get().failure !== null) return;
      if (!pages.has(page) && !asked.has(page)) void fetchPage(page);
    }
  }

  async function fetchPage(page: number): Promise<void> {
    asked.add(page);
    const offset = page * pageSize;
    const result = await call('transactions.page', { ...query, offset, limit: pageSize });
    asked.delete(page);
    if (isClosed) return;
    if (result.ok) {
      pages.set(page, result.value.rows);
      forgetFarPages();
      update({ total: store.get().total ?? result.value.total });
    } else {
      update({ failure: result.failure });
    }
    ask();
  }

  function forgetFarPages(): void {
    const near = wanted[0] ?? 0;
    const farthestFirst = [...pages.keys()].toSorted((a, b) => Math.abs(b - near) - Math.abs(a - near));
    for (const page of farthestFirst.slice(0, Math.max(0, pages.size - pagesKept))) pages.delete(page);
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    rowAt: (index) => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    query,
    wanted: () => range,
    want: (first, last, isPassing = false) => {
      range = [first, last];
      wanted = pagesAround(first, last, isPassing ? null : store.get().total);
      ask();
    },
    patch: (ids, change) => {
      const patched = (row: ListedTransaction): ListedTransaction =>
        ids.has(row.id) ? withOverlay(row, change) : row;
      for (const [page, rows] of pages) {
        if (rows.some(({ id }) => ids.has(id))) pages.set(page, rows.map(patched));
      }
      update({});
    },
    retry: () => {
      update({ failure: null });
      ask();
    },
    close: () => {
      isClosed = true;
    },
  };
}

/**
 * The pages that hold these rows, then the one after and the one before, as far as there are any; without neighbours
 * while nobody knows how many there are.
 */
export function pagesAround(first: number, last: number, total: number | null): readonly number[] {
  const from = Math.floor(Math.max(0, first) / pageSize);
  const to = Math.floor(Math.max(first, last) / pageSize);
  const shown = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  if (total === null) return shown;
  const end = Math.max(0, Math.ceil(total / pageSize) - 1);
  return [...shown, to + 1, from - 1].filter((page) => page >= 0 && page <= end);
}
