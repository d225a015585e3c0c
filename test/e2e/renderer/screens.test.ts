import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { noBrowser, raiseWindowStage, type WindowStage } from '../../support/window/open-window-page.ts';
import { measureFonts } from '../../support/window/snapshots/measure-fonts.ts';
import {
  checkSnapshot,
  type ColourScheme,
  colourSchemes,
  mainScreens,
  otherFonts,
  straySnapshots,
} from '../../support/window/snapshots/screen-snapshots.ts';
import { windowScreens } from '../../support/window/window-screens.ts';

/** Kept after the run, to look at. */
const pictures = join(import.meta.dirname, '..', '..', '..', 'artifacts', 'window');

describe('every screen', { skip: noBrowser }, () => {
  let stage: WindowStage;
  before(async () => {
    stage = await raiseWindowStage();
    await mkdir(pictures, { recursive: true });
  });
  after(() => stage.close());

  for (const { name, state, arrange } of windowScreens) {
    test(`${name}, light and dark: nothing serious for axe, nothing refused, no error`, async (t) => {
      const { page, app, complaints } = await stage.open(state, {
        colorScheme: 'light',
        reducedMotion: 'reduce',
      });
      await arrange({ page, app });
      const shots: { readonly scheme: ColourScheme; readonly picture: Uint8Array }[] = [];
      for (const colorScheme of colourSchemes) {
        await page.emulateMedia({ colorScheme });
        // Legacy mode: it would else open a page of its own for each report. The dark differs in nothing but colours.
        const axe = new AxeBuilder({ page }).setLegacyMode();
        if (colorScheme === 'dark') axe.withRules(['color-contrast']);
        const { violations } = await axe.analyze();
        const serious = violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
        const path = join(pictures, `${name.replaceAll(' ', '-')}-${colorScheme}.png`);
        shots.push({ scheme: colorScheme, picture: await page.screenshot({ path, animations: 'disabled' }) });
        assert.deepEqual(serious, [], colorScheme);
        assert.deepEqual(complaints, []);
      }
      if (!mainScreens.some((main) => main === name)) return;
      const fonts = otherFonts(await measureFonts(page));
      await t.test(`${name} looks as it did, light and dark`, { skip: fonts ?? false }, () => {
        const wrong = shots.flatMap(({ scheme, picture }) => checkSnapshot(name, scheme, picture) ?? []);
        assert.equal(wrong.length, 0, wrong.join('\n'));
      });
    });
  }

  test('every snapshot is of a screen that is compared, and every such screen is there', () => {
    assert.deepEqual(straySnapshots(), []);
    const names = windowScreens.map(({ name }) => name);
    assert.deepEqual(
      mainScreens.filter((name) => !names.includes(name)),
      [],
    );
  });
});
