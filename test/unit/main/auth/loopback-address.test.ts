import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loopbackAddress } from '../../../../src-main/auth/loopback-address.ts';

describe('a redirect URI Passbook can wait on', () => {
  const usable: readonly [uri: string, expected: ReturnType<typeof loopbackAddress>][] = [
    [
      'http://localhost:3000/callback',
      { hosts: ['127.0.0.1', '::1'], port: 3000, path: '/callback', hostHeader: 'localhost:3000' },
    ],
    ['http://127.0.0.1:8080', { hosts: ['127.0.0.1'], port: 8080, path: '/', hostHeader: '127.0.0.1:8080' }],
    ['http://[::1]:3000/a/b', { hosts: ['::1'], port: 3000, path: '/a/b', hostHeader: '[::1]:3000' }],
    ['http://localhost/cb', { hosts: ['127.0.0.1', '::1'], port: 80, path: '/cb', hostHeader: 'localhost' }],
  ];
  for (const [uri, expected] of usable) {
    test(`is ${uri}`, () => assert.deepEqual(loopbackAddress(uri), expected));
  }

  for (const uri of [
    'https://console.truelayer.com/redirect-page',
    'https://localhost:3000/callback',
    'http://localhost.evil.test:3000/callback',
    'http://localhost@evil.test/callback',
    'http://user@localhost:3000/callback',
    'http://192.168.1.2:3000/callback',
    'http://0.0.0.0:3000/callback',
    'http://localhost:0/callback',
    'http://localhost:3000/callback#part',
    'truelayer://demo',
    'callback',
    '',
  ]) {
    test(`is not ${JSON.stringify(uri)}`, () => assert.equal(loopbackAddress(uri), null));
  }
});
