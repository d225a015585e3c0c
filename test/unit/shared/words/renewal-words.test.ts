import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renewalWords } from '#shared/words/renewal-words.ts';

describe('after the first sync of a renewal', () => {
  const old = { id: 'old', provider_id: 'mock' };

  test('nothing is said when the old connection goes on under the new consent', () => {
    assert.equal(renewalWords([old], 'new'), null);
  });

  test('a consent that could not fetch anything leaves the old one as it is', () => {
    assert.match(
      renewalWords([old, { id: 'new', provider_id: '' }], 'new') ?? '',
      /stays as it is\. The next sync/,
    );
  });

  test('a consent for other accounts is a connection of its own', () => {
    assert.match(
      renewalWords([old, { id: 'new', provider_id: 'mock' }], 'new') ?? '',
      /connection of its own/,
    );
  });
});
