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
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${name}, ${colorScheme}: nothing serious for axe, nothing refused, no error`, async () => {
        const { page, app, complaints } = await stage.open(state, { colorScheme, reducedMotion: 'reduce' });
        await arrange({ page, app });
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
        assert.deepEqual(serious, []);
        assert.deepEqual(complaints, []);
        await page.screenshot({ path: join(pictures, `${name.replaceAll(' ', '-')}-${colorScheme}.png`) });
        await page.context().close();
      });
    }
  }
});
