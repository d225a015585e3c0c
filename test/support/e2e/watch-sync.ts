import type { Page } from 'playwright';

/** What the strip showed, a record for each change. `fraction`: of the bar; `null` while it has no value. */
export interface ShownSync {
  readonly line: string;
  readonly fraction: number | null;
  readonly facts: string;
  readonly atMs: number;
}

/** Everything the window showed of a sync since the watch began. */
export interface SyncWatch {
  readonly shown: () => Promise<readonly ShownSync[]>;
  /** From the last click to the first frame with a bar in it, in milliseconds. */
  readonly clickToBarMs: () => Promise<number | null>;
}

/** Looks at the strip at every change of the page and once a frame: no state shows too shortly to be seen. */
const watcher = `(() => {
  const shown = [];
  const watch = { shown, clickedMs: null, barMs: null };
  globalThis.passbookWatch = watch;
  addEventListener('click', () => { watch.clickedMs = performance.now(); watch.barMs = null; }, true);
  const look = () => {
    const bar = document.querySelector('progress');
    if (bar === null) return;
    if (watch.clickedMs !== null && watch.barMs === null) {
      watch.barMs = -1;
      requestAnimationFrame(() => requestAnimationFrame(() => { watch.barMs = performance.now() - watch.clickedMs; }));
    }
    const strip = bar.closest('section');
    const line = strip.querySelector('p').textContent;
    const fraction = bar.hasAttribute('value') ? Number(bar.getAttribute('value')) : null;
    const facts = strip.querySelector('dl')?.textContent ?? '';
    const last = shown.at(-1);
    if (last?.line === line && last.fraction === fraction && last.facts === facts) return;
    shown.push({ line, fraction, facts, atMs: performance.now() });
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
})()`;

/** Begins to watch. Lasts until the page is closed or loaded anew. */
export async function watchSync(page: Page): Promise<SyncWatch> {
  await page.evaluate(watcher);
  return {
    shown: () => page.evaluate('globalThis.passbookWatch.shown'),
    clickToBarMs: () => page.evaluate('globalThis.passbookWatch.barMs'),
  };
}
