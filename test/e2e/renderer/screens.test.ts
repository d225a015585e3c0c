import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { noBrowser, raiseWindowStage, type WindowStage } from '../../support/window/open-window-page.ts';
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
    test(`${name}, light and dark: nothing serious for axe, nothing refused, no error`, async () => {
      const { page, app, complaints } = await stage.open(state, {
        colorScheme: 'light',
        reducedMotion: 'reduce',
      });
      await arrange({ page, app });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        // Legacy mode: it would else open a page of its own for each report. The dark differs in nothing but colours.
        const axe = new AxeBuilder({ page }).setLegacyMode();
        if (colorScheme === 'dark') axe.withRules(['color-contrast']);
        const { violations } = await axe.analyze();
        const serious = violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
        assert.deepEqual(serious, [], colorScheme);
        assert.deepEqual(complaints, []);
        await page.screenshot({ path: join(pictures, `${name.replaceAll(' ', '-')}-${colorScheme}.png`) });
      }
    });
  }
});
