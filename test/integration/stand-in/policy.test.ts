import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openFixture, type OpenFixture } from '../../support/open-fixture.ts';

describe('a page of the app', () => {
  let fixture: OpenFixture;
  before(async () => {
    fixture = await openFixture({});
  });
  after(() => fixture.close());
  const go = (path: string): Promise<void> =>
    fixture.electronApp.evaluate(
      ({ BrowserWindow }, url) => BrowserWindow.getAllWindows()[0]?.loadURL(url),
      `app://fixture/${path}`,
    );

  test('is a secure context of its own origin', async () => {
    assert.deepEqual(await fixture.page.evaluate('[isSecureContext, origin === location.origin]'), [
      true,
      true,
    ]);
  });

  test('has its policy kept: no eval, no new Function', async () => {
    // Asked by the page's own script: what a driver evaluates may do both.
    assert.deepEqual(await fixture.page.evaluate('[early.eval, early.function]'), ['EvalError', 'EvalError']);
  });

  test('has its policy kept: no inline script, no script of data', async () => {
    await go('inline.html');
    const ran = await fixture.page.evaluate(`new Promise((resolve) => {
      const script = document.createElement('script');
      script.onload = () => resolve('ran');
      script.onerror = () => resolve(window.inlineRan === undefined ? 'refused' : 'inline ran');
      script.src = 'data:text/javascript,1';
      document.head.append(script);
    })`);
    assert.equal(ran, 'refused');
  });

  test('has its policy kept by connect-src, whatever webRequest says', async () => {
    await go('index.html');
    const blocked = await fixture.page.evaluate(`new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', (e) => resolve(e.effectiveDirective));
      fetch('http://127.0.0.1:9/').catch(() => 0);
    })`);
    assert.equal(blocked, 'connect-src');
  });

  test('cannot read a file or another page of the scheme that is not served', async () => {
    await go('open.html');
    const read = (url: string): Promise<unknown> =>
      fixture.page.evaluate(`fetch('${url}').then((r) => r.status, () => 'refused')`);
    assert.equal(await read('file:///etc/passwd'), 'refused');
    assert.equal(await read('app://fixture/../../package.json'), 404);
    assert.equal(await read('app://other/index.html'), 'refused');
  });

  test('that fails to load rejects loadURL in the words of Chromium', async () => {
    const error = await fixture.electronApp.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]
        ?.loadURL('http://127.0.0.1:9/')
        .then(
          () => 'loaded',
          (thrown: unknown) => String(thrown),
        ),
    );
    assert.match(error ?? '', /^Error: ERR_[A-Z_]+ .*loading 'http:\/\/127\.0\.0\.1:9\/'$/);
  });
});
