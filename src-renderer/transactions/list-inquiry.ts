import type { Bridge } from '#shared/ipc/bridge.ts';
import { queryKey, type ListQuery } from './list-query.ts';
import { createTransactionPages, type TransactionPages } from './transaction-pages.ts';

/**
 * The ledger answers one question after the other. With two under way it is never idle, and a third, as somebody types,
 * waits for nothing that is wanted no more but them.
 */
const atOnce = 2;

/** One list's questions, of which only the newest counts. */
export interface ListInquiry {
  /** At once, or as soon as the ledger is free for it, unless a newer question has come by then. */
  readonly ask: (query: ListQuery) => void;
  /** Ignores what is still to come. */
  readonly close: () => void;
}

/**
 * Puts questions as they come: no rest is waited for after a letter typed, since a slow ledger is asked less often by
 * itself. `onAnswer`: the first page of the newest question is here (or it failed); answers to older ones are dropped,
 * however late they come. The pages shown before are closed.
 */
export function createListInquiry(
  call: Bridge['call'],
  onAnswer: (pages: TransactionPages) => void,
): ListInquiry {
  const underWay = new Set<TransactionPages>();
  let shown: TransactionPages | null = null;
  let newest: TransactionPages | null = null;
  let waiting: ListQuery | null = null;

  function next(): void {
    if (waiting === null || underWay.size >= atOnce) return;
    const pages = createTransactionPages(call, waiting);
    // The ledger has changed, not the question: the user goes on reading where they are.
    const isSameQuery = shown !== null && queryKey(shown.query) === queryKey(waiting);
    const range = isSameQuery ? shown?.wanted() : undefined;
    waiting = null;
    newest = pages;
    underWay.add(pages);
    const stop = pages.subscribe(() => {
      stop();
      arrived(pages);
    });
    pages.want(...(range ?? ([0, 0] as const)));
  }

  function arrived(pages: TransactionPages): void {
    // After `close` nothing is under way.
    if (!underWay.delete(pages)) return;
    if (pages === newest && waiting === null) {
      shown?.close();
      shown = pages;
      onAnswer(pages);
    } else {
      pages.close();
    }
    next();
  }

  return {
    ask: (query) => {
      waiting = query;
      next();
    },
    close: () => {
      waiting = null;
      for (const pages of underWay) pages.close();
      underWay.clear();
      shown?.close();
    },
  };
}
