import type { PassbookWindow } from '../../test/support/e2e/passbook-window.ts';
import type { ListWatch, RowsAfter } from './watch-list.ts';

/** Between two keys of somebody who types fast. */
const keyMs = 120;

/** Types each word and empties the box again. `letters`: each letter waits for the answer before; else only the last is timed. */
export async function typeWords(
  { page }: PassbookWindow,
  watch: ListWatch,
  words: readonly string[],
  letters: 'each' | 'last',
): Promise<readonly RowsAfter[]> {
  const box = page.getByRole('textbox', { name: 'Search transactions' });
  const times: RowsAfter[] = [];
  for (const word of words) {
    await box.focus();
    const last = word.length - 1;
    for (const [at, letter] of [...word].entries()) {
      if (letters === 'each' || at === last)
        times.push(await watch.answering(() => page.keyboard.press(letter)));
      else await page.keyboard.press(letter, { delay: 20 }).then(() => page.waitForTimeout(keyMs - 20));
    }
    await watch.answering(() => page.keyboard.press('Escape'));
  }
  return times;
}

/** Sets filters in the panel, one click each, and takes them away again. */
export async function setFilters(
  window: PassbookWindow,
  watch: ListWatch,
  rounds: number,
): Promise<readonly RowsAfter[]> {
  const { page, button } = window;
  const times: RowsAfter[] = [];
  await button('Filter').click();
  const panel = page.getByRole('dialog', { name: 'Filter transactions' });
  const group = (name: string) => panel.getByRole('group', { name, exact: true });
  await group('Categories').getByRole('checkbox').first().waitFor();
  const click = async (act: () => Promise<unknown>): Promise<void> => {
    times.push(await watch.answering(act));
  };
  for (let round = 0; round < rounds; round += 1) {
    await click(() =>
      group('Direction')
        .getByText(round % 2 === 0 ? 'In' : 'Out', { exact: true })
        .click(),
    );
    await click(() => group('Accounts').getByRole('checkbox').nth(round).click());
    await click(() =>
      group('Days')
        .getByRole('button', { name: round % 2 === 0 ? 'Last year' : 'This year' })
        .click(),
    );
    await click(() =>
      group('Categories')
        .getByRole('checkbox')
        .nth(round % 2)
        .click(),
    );
    await click(() => group('Status').getByText('Booked', { exact: true }).click());
    await click(() => panel.getByLabel('At least').press(String(1 + (round % 9))));
    await page.keyboard.press('Escape');
    await click(() => button('Clear all').click());
    await button('Filter').click();
    await group('Categories').getByRole('checkbox').first().waitFor();
  }
  await page.keyboard.press('Escape');
  return times;
}
