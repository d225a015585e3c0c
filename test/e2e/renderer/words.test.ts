import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { noBrowser, raiseWindowStage, type WindowStage } from '../../support/window/open-window-page.ts';
import { pageInAccents } from '../../support/window/page-in-accents.ts';
import { plainWordsOn } from '../../support/window/plain-words.ts';
import { windowScreens } from '../../support/window/window-screens.ts';

const languages = join(import.meta.dirname, '..', '..', 'support', 'window', 'pseudo-languages.ts');

describe('in another language and locale', { skip: noBrowser }, () => {
  let stage: WindowStage;
  before(async () => {
    stage = await raiseWindowStage(languages);
  });
  after(() => stage.close());

  for (const { name, state, arrange } of windowScreens) {
    test(`${name}: no sentence, label or date is left in English`, async () => {
      // Japanese has other letters in its dates, and the same commas in its numbers as the stories.
      const { page, app } = await stage.open(state, { locale: 'ja-JP' });
      await arrange({ page: pageInAccents(page), app });
      assert.deepEqual(await plainWordsOn(page, [state, ...app.told]), []);
      assert.equal(await page.locator('html').getAttribute('lang'), 'ja');
    });
  }
});
