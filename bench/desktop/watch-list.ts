import type { Page } from 'playwright';

/** The list of transactions, watched from inside its page. Both answer in milliseconds. */
export interface ListWatch {
  /** Does something that opens the list: from its first key or click to the first rows drawn. */
  readonly opening: (act: () => Promise<unknown>) => Promise<number>;
  /** Does something that asks the list another question: from its first key or click to the answer drawn. */
  readonly answering: (act: () => Promise<unknown>) => Promise<number>;
}

/**
 * Time begins with the event's own stamp, which is when the browser got the key or the click, and ends with the second frame
 * after the rows are in the page: what is there in one frame is drawn by the next. The list says by `aria-busy` that another
 * question is under way, so that an answer that looks like the one before is seen all the same.
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
    requestAnimationFrame(() => requestAnimationFrame(() => seen.resolve(performance.now() - beganMs)));
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
})()`;

/** Begins to watch. Lasts until the page is loaded anew. */
export async function watchList(page: Page): Promise<ListWatch> {
  await page.evaluate(watcher);
  const seen = async (isOpening: boolean, act: () => Promise<unknown>): Promise<number> => {
    await page.evaluate(`void globalThis.benchList.set(${isOpening})`);
    await act();
    return page.evaluate<number>('globalThis.benchList.seen.promise');
  };
  return {
    opening: (act) => seen(true, act),
    answering: (act) => seen(false, act),
  };
}
