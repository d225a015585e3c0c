import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMemoryTokenStore } from '../../../../src-main/auth/memory-token-store.ts';
import { tokenStoreSuite } from '../../../support/token-store-suite.ts';

describe('the token store in memory', () => {
  tokenStoreSuite(() => Promise.resolve(createMemoryTokenStore()));

  test('says of itself that it ends with the process', () => {
    assert.equal(createMemoryTokenStore().kind, 'memory');
  });
});
