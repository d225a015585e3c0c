import type { ElectronApplication, Page } from 'playwright';
import { openRendererTrace, type RendererWork, traceMark } from './trace-renderer.ts';
import { type MainDelay, watchMain } from './watch-main.ts';
import { type PageStrain, watchPage } from './watch-page.ts';

/** How an app bore something. `work`: `null` where Chromium cannot be traced. */
export interface AppStrain {
  readonly tookMs: number;
  readonly page: PageStrain;
  readonly work: RendererWork | null;
  readonly main: MainDelay;
}

/** An app under watch, window and main process. */
export interface AppWatch {
  readonly during: (act: () => Promise<void>) => Promise<AppStrain>;
  readonly close: () => void;
}

/** Begins to watch. */
export async function watchApp(electronApp: ElectronApplication, page: Page): Promise<AppWatch> {
  const pageWatch = await watchPage(page);
  const mainWatch = await watchMain(electronApp);
  const trace = await openRendererTrace(electronApp.process().pid ?? 0);
  return {
    during: async (act) => {
      await trace?.start();
      await page.evaluate(`void performance.mark('${traceMark}')`);
      await pageWatch.take();
      await mainWatch.take();
      const startedMs = performance.now();
      await act();
      const tookMs = performance.now() - startedMs;
      const main = await mainWatch.take();
      return { tookMs, main, page: await pageWatch.take(), work: (await trace?.stop()) ?? null };
    },
    close: () => trace?.close(),
  };
}
