import type { Page } from 'playwright';

/** Resolves once the page is drawn in this theme. Without `waitForFunction`, which the policy of the page forbids. */
export const themeShown = (page: Page, theme: 'light' | 'dark'): Promise<void> =>
  page.evaluate(`new Promise((resolve) => {
    const media = matchMedia('(prefers-color-scheme: ${theme})');
    if (media.matches) resolve();
    else media.addEventListener('change', () => resolve(), { once: true });
  })`);
