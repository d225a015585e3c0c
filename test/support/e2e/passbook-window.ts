import type { Locator, Page } from 'playwright';

/** The window as its user names things. Locators only: what must be so is the spec's to say. */
export interface PassbookWindow {
  readonly page: Page;
  readonly heading: (name: string | RegExp) => Locator;
  readonly button: (name: string | RegExp) => Locator;
  /** A row of the sidebar. */
  readonly place: (name: string | RegExp) => Locator;
  readonly demoDoor: Locator;
  /** The strip over every page, while something runs and after it. */
  readonly strip: Locator;
  readonly bar: Locator;
  readonly cancel: Locator;
  readonly sync: Locator;
  readonly countdown: Locator;
  /** The strip says how a sync ended. */
  readonly ended: (words: string | RegExp) => Locator;
  readonly grid: Locator;
  /** One click on the demo bank's door, and on to the overview as soon as accounts are found. */
  readonly connectDemoBank: () => Promise<void>;
}

/** The page object of one window. */
export function passbookWindow(page: Page): PassbookWindow {
  const button = (name: string | RegExp): Locator =>
    page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
  const strip = page.getByRole('region', { name: 'Sync', exact: true });
  const demoDoor = button(/Demo bank/);
  const heading = (name: string | RegExp): Locator => page.getByRole('heading', { name });
  return {
    page,
    heading,
    button,
    place: (name) => page.getByRole('navigation').getByRole('button', { name }),
    demoDoor,
    strip,
    bar: page.getByRole('progressbar', { name: 'Sync progress' }),
    cancel: strip.getByRole('button', { name: 'Cancel' }),
    sync: button('Sync'),
    countdown: strip.getByText(/The bank asks for a pause \(429\)/),
    ended: (words) => strip.getByText(words),
    grid: page.getByRole('grid'),
    connectDemoBank: async () => {
      await demoDoor.click();
      await heading(/accounts? found/).waitFor();
      await button('Go to the overview').click();
      await heading('Overview').waitFor();
    },
  };
}
