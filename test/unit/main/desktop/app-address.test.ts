import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  appFileOf,
  appPage,
  contentSecurityPolicy,
  isAppUrl,
} from '../../../../src-main/desktop/app-address.ts';

describe('the address of the page', () => {
  for (const url of [
    appPage,
    'app://passbook/',
    'app://passbook',
    'app://passbook/index.html#/settings',
    'APP://passbook/a.js',
  ]) {
    test(`${url} is ours`, () => {
      assert.equal(isAppUrl(url), true);
    });
  }

  for (const url of [
    'app://passbook.evil/index.html',
    'app://evil/index.html',
    'app://passbook:80/index.html',
    'app://user@passbook/index.html',
    'app://user:pass@passbook/',
    'app:passbook/index.html',
    'app:///index.html',
    'https://passbook/index.html',
    'http://app//passbook/',
    'file:///etc/passwd',
    'about:blank',
    'about:srcdoc',
    'blob:app://passbook/1b2c',
    'filesystem:app://passbook/temporary/x',
    'data:text/html,app://passbook/',
    'javascript:location="app://passbook/"',
    'view-source:app://passbook/',
    'devtools://devtools/bundled/inspector.html',
    '',
    'null',
    'app://passb\u043eok/index.html',
  ]) {
    test(`${url === '' ? '(nothing)' : url} is not`, () => {
      assert.equal(isAppUrl(url), false);
    });
  }
});

describe('the files of the page', () => {
  const served: readonly (readonly [string, string, RegExp])[] = [
    ['app://passbook/', 'index.html', /^text\/html/],
    ['app://passbook/index.html', 'index.html', /^text\/html/],
    ['app://passbook/assets/renderer-Ab_1.js', 'assets/renderer-Ab_1.js', /javascript/],
    ['app://passbook/assets/renderer.css?v=1#x', 'assets/renderer.css', /^text\/css/],
    ['app://passbook/assets/../index.html', 'index.html', /^text\/html/],
    ['app://passbook/../../index.html', 'index.html', /^text\/html/],
  ];
  for (const [url, path, contentType] of served) {
    test(`${url} is ${path}`, () => {
      const file = appFileOf('GET', url);
      assert.equal(file.kind, 'file');
      if (file.kind !== 'file') return;
      assert.equal(file.path, path);
      assert.match(file.contentType, contentType);
    });
  }

  const refused: readonly (readonly [method: string, url: string, status: number])[] = [
    ['POST', appPage, 405],
    ['HEAD', appPage, 405],
    ['get', appPage, 405],
    ['GET', 'app://evil/index.html', 403],
    ['GET', 'file:///etc/passwd', 403],
    ['GET', 'app://passbook/%2e%2e/%2e%2e/etc/passwd', 404],
    ['GET', 'app://passbook/..%2f..%2fetc/passwd.html', 404],
    ['GET', 'app://passbook/..\\..\\secret.html', 404],
    ['GET', 'app://passbook/assets//x.js', 404],
    ['GET', 'app://passbook//etc/passwd.html', 404],
    ['GET', 'app://passbook/.env.html', 404],
    ['GET', 'app://passbook/assets/.hidden.js', 404],
    ['GET', 'app://passbook/C:/Windows/win.html', 404],
    ['GET', 'app://passbook/main.js.map', 404],
    ['GET', 'app://passbook/ledger.sqlite', 404],
    ['GET', 'app://passbook/settings.json', 404],
    ['GET', 'app://passbook/index', 404],
    ['GET', 'app://passbook/a.constructor', 404],
    ['GET', 'app://passbook/index.html%00.js', 404],
    ['GET', 'app://passbook/assets/', 404],
  ];
  for (const [method, url, status] of refused) {
    test(`${method} ${url} is refused with ${status}`, () => {
      assert.deepEqual(appFileOf(method, url), { kind: 'refused', status });
    });
  }
});

test('the policy allows scripts and styles from the page’s own folder, and no network at all', () => {
  assert.match(contentSecurityPolicy, /default-src 'none'/);
  assert.match(contentSecurityPolicy, /script-src 'self'(;|$)/);
  assert.match(contentSecurityPolicy, /connect-src 'none'/);
  assert.doesNotMatch(contentSecurityPolicy, /unsafe|\*|https?:/);
});
