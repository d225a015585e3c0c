import assert from 'node:assert/strict';
import { isIP } from 'node:net';
import { describe, test } from 'node:test';
import { outwardAddress } from '../../../src-main/auth/outward-address.ts';

describe('the address this machine uses towards a host', () => {
  test('is the loopback address towards itself', async () => {
    assert.equal(await outwardAddress('127.0.0.1', 443), '127.0.0.1');
  });

  test('is found by name', async () => {
    assert.ok(isIP((await outwardAddress('localhost', 443)) ?? ''));
  });

  test('is none for a name that cannot exist (RFC 6761)', async () => {
    assert.equal(await outwardAddress('nowhere.invalid', 443), null);
  });
});
