import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright';
import { passbookWindow, type PassbookWindow } from '../../test/support/e2e/passbook-window.ts';
import { launchApp, type LaunchedApp } from '../../test/support/launch-app.ts';
import type { BankAddress } from '../stage/bank-address.ts';
import { demoArguments } from './grown-profile.ts';
import { setFilters, typeWords } from './list-questions.ts';
import { dragBar, scrollWays } from './scroll-list.ts';
import { type AppStrain, watchApp } from './watch-app.ts';
import { type ListWatch, type RowsAfter, watchList } from './watch-list.ts';

/** Long enough for a million rows to be in memory, where the machine has a core for it. */
const heldMs = 6000;
/** Between two openings: what the page before asked for is answered, and the next click is not part of it. */
const restMs = 500;

/** What a user asked of the list, one kind of it: each time, and how the app bore it. */
export interface Asked {
  readonly name: string;
  readonly times: readonly RowsAfter[];
  readonly strain: AppStrain;
}

/** What is measured in one run of the app. */
export interface UsedList {
  readonly asked: readonly Asked[];
  readonly scrolls: readonly (readonly [name: string, strain: AppStrain])[];
}

interface Opened {
  readonly app: LaunchedApp;
  readonly page: Page;
  readonly window: PassbookWindow;
  readonly list: ListWatch;
}

/** Starts the app and opens the list as soon as there is something to click. */
export const openLargeList = (profile: string, elsewhere: BankAddress): Promise<RowsAfter> =>
  started(profile, elsewhere, opening);

/** Opens the list again and again, types, filters and scrolls, in an app whose list is in memory by then. */
export const useLargeList = (
  profile: string,
  elsewhere: BankAddress,
  wish: { readonly openings: number; readonly words: readonly string[]; readonly filters: number },
): Promise<UsedList> =>
  started(profile, elsewhere, async (opened) => {
    const { app, page, window, list } = opened;
    await opening(opened);
    await delay(heldMs);
    const watch = await watchApp(app.electronApp, page);
    const asked: Asked[] = [];
    const ask = async (name: string, act: () => Promise<readonly RowsAfter[]>): Promise<void> => {
      let times: readonly RowsAfter[] = [];
      const strain = await watch.during(async () => {
        times = await act();
      });
      asked.push({ name, times, strain });
    };
    await ask('opened from the overview', () => openings(opened, wish.openings));
    await ask('a letter typed', () => typeWords(window, list, wish.words, 'each'));
    await ask('the last letter of a word typed fast', () =>
      typeWords(window, list, wish.words.toReversed(), 'last'),
    );
    await ask('a filter set', () => setFilters(window, list, wish.filters));
    const scrolls: [string, AppStrain][] = [];
    for (const { name, scroll } of [...scrollWays, dragBar]) {
      scrolls.push([name, await watch.during(() => scroll(window))]);
    }
    watch.close();
    return { asked, scrolls };
  });

async function started<T>(
  profile: string,
  elsewhere: BankAddress,
  use: (opened: Opened) => Promise<T>,
): Promise<T> {
  const app = await launchApp({ profile, args: demoArguments(elsewhere) });
  try {
    const page = await app.firstWindow();
    const window = passbookWindow(page);
    await window.heading('Overview').waitFor();
    return await use({ app, page, window, list: await watchList(page) });
  } finally {
    await app.close();
  }
}

const opening = ({ window, list }: Opened): Promise<RowsAfter> =>
  list.opening(() => window.place('All transactions').click());

async function openings(opened: Opened, times: number): Promise<readonly RowsAfter[]> {
  const all: RowsAfter[] = [];
  for (let time = 0; time < times; time += 1) {
    await opened.window.place('Overview').click();
    await opened.window.heading('Overview').waitFor();
    await delay(restMs);
    all.push(await opening(opened));
    await delay(restMs);
  }
  return all;
}
