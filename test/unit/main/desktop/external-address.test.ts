import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { externalPages, mayOpenExternally } from '../../../../src-main/desktop/external-address.ts';

describe('an address for the system’s browser', () => {
  const allowed: readonly (readonly [url: string, authUrl: string | null])[] = [
    ...Object.values(externalPages).map((url) => [url, null] as const),
    ['https://auth.truelayer.com/?response_type=code&state=x', 'https://auth.truelayer.com'],
    ['https://auth.truelayer-sandbox.com/?a=b', null],
    ['https://login.example.org/?a=b', 'https://login.example.org'],
    ['https://login.example.org:8443/?a=b', 'https://login.example.org:8443'],
    ['http://127.0.0.1:4100/?a=b', 'http://127.0.0.1:4100'],
    ['http://localhost:4100/?a=b', 'http://localhost:4100'],
  ];
  for (const [url, authUrl] of allowed) {
    test(`${url} may be opened (auth host ${String(authUrl)})`, () => {
      assert.equal(mayOpenExternally(url, authUrl), true);
    });
  }

  const refused: readonly (readonly [url: string, authUrl: string | null])[] = [
    ['http://console.truelayer.com/', null],
    ['https://console.truelayer.com.evil.example/', null],
    ['https://evil.example/console.truelayer.com', null],
    ['https://console.truelayer.com@evil.example/', null],
    ['https://user@console.truelayer.com/', null],
    ['https://user:pass@console.truelayer.com/', null],
    ['https://console.truelayer.com:8080/', null],
    ['https://truelayer.com/', null],
    ['https://sub.console.truelayer.com/', null],
    ['https://login.example.org/', null],
    ['https://login.example.org/', 'https://auth.truelayer.com'],
    ['https://login.example.org:8443/', 'https://login.example.org'],
    ['http://login.example.org/', 'http://login.example.org'],
    ['http://192.168.1.10/', 'http://192.168.1.10'],
    ['http://127.0.0.1:4100/', null],
    ['http://127.0.0.1:4101/', 'http://127.0.0.1:4100'],
    ['http://localhost.evil.example/', 'http://localhost.evil.example'],
    ['file:///etc/passwd', 'file:///'],
    ['file:///etc/passwd', null],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['app://passbook/index.html', null],
    ['smb://evil.example/share', null],
    ['ms-msdt:/id PCWDiagnostic', null],
    ['mailto:someone@example.org', null],
    ['vscode://extension/x', null],
    ['\\\\evil.example\\share', null],
    ['//console.truelayer.com/', null],
    ['console.truelayer.com', null],
    ['', null],
  ];
  for (const [url, authUrl] of refused) {
    test(`${url === '' ? '(nothing)' : url} is refused (auth host ${String(authUrl)})`, () => {
      assert.equal(mayOpenExternally(url, authUrl), false);
    });
  }
});
