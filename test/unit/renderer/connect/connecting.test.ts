import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkWish, environmentDoubt } from '../../../../src-renderer/connect/credentials-draft.ts';
import { withPort } from '../../../../src-renderer/connect/door.ts';
import { waysOutOf } from '../../../../src-renderer/connect/ways-out.ts';
import { failureExamples } from '../../../support/failure-examples.ts';

const wish = {
  environment: 'live',
  clientId: 'ada-1842',
  clientSecret: 'tlcs_live_x',
  redirectUri: 'http://localhost:3000/callback',
  keepIn: 'keychain',
} as const;

describe('the ways out of a failed connection', () => {
  for (const { kind } of failureExamples) {
    test(`${kind} has one`, () => {
      assert.ok(waysOutOf(kind, null).length > 0);
    });
  }

  test('a taken port offers the free one only when there is one', () => {
    assert.equal(waysOutOf('redirect-port-taken', 3001)[0], 'use-free-port');
    assert.ok(!waysOutOf('redirect-port-taken', null).includes('use-free-port'));
  });

  test('a wrong secret leads to the form, a missing keychain to this run only', () => {
    assert.equal(waysOutOf('wrong-client-secret', null)[0], 'edit');
    assert.equal(waysOutOf('keychain-unavailable', null)[0], 'this-run-only');
  });

  test('another port changes nothing else of the address', () => {
    assert.equal(withPort('http://localhost:3000/callback', 3001), 'http://localhost:3001/callback');
  });
});

describe('the form', () => {
  test('what is whole passes, trimmed', () => {
    const checked = checkWish({ ...wish, clientId: ' ada-1842 ' });
    assert.deepEqual(checked, { wish });
  });

  test('each field that is wrong has its sentence', () => {
    const checked = checkWish({ ...wish, clientId: ' ', clientSecret: '', redirectUri: 'localhost' });
    assert.ok('problems' in checked);
    assert.deepEqual(Object.keys(checked.problems), ['clientId', 'clientSecret', 'redirectUri']);
  });

  test('an id of the other environment is doubted, not refused', () => {
    assert.match(environmentDoubt('live', 'sandbox-ada') ?? '', /sandbox id/);
    assert.match(environmentDoubt('sandbox', 'ada') ?? '', /sandbox-/);
    assert.equal(environmentDoubt('live', 'ada'), null);
    assert.equal(environmentDoubt('sandbox', ''), null);
  });
});
