import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { newApp } from '../../support/window/app-states.ts';
import { noBrowser, raiseWindowStage, type WindowStage } from '../../support/window/open-window-page.ts';

/** What a bundle would have in it if it needed more than a browser. */
const forbidden = [
  /\bfrom\s*["'](?:node:|electron)/,
  /\bimport\s*\(?\s*["'](?:node:|electron)/,
  /\brequire\s*\(/,
  /\bnew Function\s*\(\s*["'`][^"'`]/,
];

describe('the border of the page', { skip: noBrowser }, () => {
  let stage: WindowStage;
  before(async () => {
    stage = await raiseWindowStage();
  });
  after(() => stage.close());

  test('the bundle imports nothing of Node or Electron, and every import is bundled', async () => {
    const folder = join(stage.folder, 'assets');
    const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'));
    assert.ok(scripts.length > 0);
    for (const name of scripts) {
      const text = await readFile(join(folder, name), 'utf8');
      for (const pattern of forbidden) assert.equal(pattern.exec(text)?.[0], undefined, `${pattern}`);
    }
  });

  test('the page has no inline script or style, and all it loads is its own', async () => {
    const html = await readFile(join(stage.folder, 'index.html'), 'utf8');
    assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)/);
    assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=/);
    for (const [, address = ''] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
      assert.match(address, /^\.\/assets\//);
    }
  });

  test('it finds no Node around it, and zod tries no eval', async () => {
    const { page, complaints } = await stage.open(newApp);
    await page.getByRole('heading', { name: 'Welcome to Passbook' }).waitFor();
    const around = await page.evaluate('[typeof require, typeof process, typeof module, typeof Buffer]');
    assert.deepEqual(around, ['undefined', 'undefined', 'undefined', 'undefined']);
    assert.deepEqual(complaints, []);
  });
});
