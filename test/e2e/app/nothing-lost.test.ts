import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eventually } from '../../support/e2e/eventually.ts';
import type { PassbookWindow } from '../../support/e2e/passbook-window.ts';
import { readSaid } from '../../support/e2e/read-ledger.ts';
import { noApp, withApp } from '../../support/e2e/with-app.ts';

/** Opens the newest transaction and types on at the end of its note. The field keeps the focus. */
async function typeNote({ place, grid, page }: PassbookWindow, text: string): Promise<void> {
  await place('All transactions').click();
  await grid.press('ArrowDown');
  await grid.press('Enter');
  const note = page.getByLabel('Note');
  await note.press('End');
  await note.pressSequentially(text);
}

describe('what the user did', { skip: noApp }, () => {
  test('is there again after the window was closed, the app quit, and the app killed right after it', (t) =>
    withApp(t.name, { demo: { evening: true } }, async (app) => {
      const { ledgerPath } = app;
      const said = (): Promise<ReturnType<typeof readSaid>> => Promise.resolve(readSaid(ledgerPath));
      await app.window.connectDemoBank();
      await app.window.ended('An evening has passed at the demo bank.').waitFor();
      await typeNote(app.window, 'one');
      await app.closeWindow();
      // The window waits half a second for the page; what the page has told by then, main stores after it.
      await eventually(said, ({ notes }) => notes[0] === 'one');

      const again = await app.windowOpenedBy(() => app.desk.clickTray('open'));
      await typeNote(again.window, ' two');
      const { window, killAndStart } = await again.restart();
      assert.deepEqual(readSaid(ledgerPath).notes, ['one two']);

      await typeNote(window, ' three');
      await eventually(said, ({ notes }) => notes[0] === 'one two three');
      await window.place(/^Review/).click();
      await window
        .button(/Two different ones/)
        .first()
        .click();
      await eventually(said, ({ verdicts }) => verdicts.length === 1);
      assert.equal(await window.button('Take it back').count(), 1, 'its sentence still stands');

      const { window: last } = await killAndStart();
      await last.place('Review 1 match to look at').waitFor();
      await last.place('All transactions').click();
      await last.grid.press('ArrowDown');
      await last.grid.press('Enter');
      assert.equal(await last.page.getByLabel('Note').inputValue(), 'one two three');
      assert.deepEqual(readSaid(ledgerPath).verdicts, ['undone']);
    }));
});
