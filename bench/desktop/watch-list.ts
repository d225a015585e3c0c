import type { Page } from 'playwright';

/** How long after a key or a click its rows came, in milliseconds. */
export interface RowsAfter {
  /** In the page: all that the app does is done. */
  readonly inPageMs: number;
  /** On the screen: the second frame after, since what is there in one frame is drawn by the next. */
  readonly drawnMs: number;
}

/** The list of transactions, watched from inside its page. */
export interface ListWatch {
  /** Does something that opens the list: from its first key or click to the first rows. */
  readonly opening: (act: () => Promise<unknown>) => Promise<RowsAfter>;
  /** Does something that asks the list another question: from its first key or click to the answer. */
  readonly answering: (act: () => Promise<unknown>) => Promise<RowsAfter>;
}

/**
 * Time begins with the event's own stamp, which is when the browser got the key or the click. The list says by `aria-busy`
 * that another question is under way, so that an answer that looks like the one before is seen all the same.
 */
const watcher = `(() => {
  const isBusy = () => document.querySelector('.list[aria-busy=true]') !== null;
  const watch = { isOpening: true, beganMs: null, wasBusy: false, seen: null };
  globalThis.benchList = watch;
  watch.set = (isOpening) =>
    Object.assign(watch, { isOpening, beganMs: null, wasBusy: false, seen: Promise.withResolvers() });
  watch.set(true);
  const began = ({ timeStamp }) => {
    watch.beganMs ??= timeStamp;
    watch.wasBusy = isBusy();
  };
  addEventListener('keydown', began, true);
  addEventListener('click', began, true);
  const look = () => {
    const { isOpening, beganMs, seen } = watch;
    if (isBusy()) watch.wasBusy = true;
    const isThere = isOpening
      ? document.querySelector('[data-index] .cell-words') !== null
      : watch.wasBusy && !isBusy();
    if (beganMs === null || !isThere) return;
    const inPageMs = performance.now() - beganMs;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => seen.resolve({ inPageMs, drawnMs: performance.now() - beganMs })));
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
})()`;

/** Begins to watch. Lasts until the page is loaded anew. */
export async function watchList(page: Page): Promise<ListWatch> {
  await page.evaluate(watcher);
  const seen = async (isOpening: boolean, act: () => Promise<unknown>): Promise<RowsAfter> => {
    await page.evaluate(`void globalThis.benchList.set(${isOpening})`);
    await act();
    return page.evaluate<RowsAfter>('globalThis.benchList.seen.promise');
  };
  return {
    opening: (act) => seen(true, act),
    answering: (act) => seen(false, act),
  };
}
