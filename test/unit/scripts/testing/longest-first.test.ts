import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestFirst } from '../../../../scripts/testing/longest-first.ts';
import { findTestGroups } from '../../../../scripts/testing/test-groups.ts';

const root = new URL('../../../../', import.meta.url).pathname;

test('the files known to be long begin first, the others stay in their order', () => {
  const kills = 'test/integration/kills/kills.test.ts';
  const storms = 'test/integration/sync/storms.test.ts';
  assert.deepEqual(
    longestFirst(['test/integration/a.test.ts', 'test/integration/b.test.ts', storms, kills]),
    [kills, storms, 'test/integration/a.test.ts', 'test/integration/b.test.ts'],
  );
});

test('every name on the list is that of a file', () => {
  const files = findTestGroups(root).flatMap((group) => group.files);
  const sorted = longestFirst(['test/z/unknown.test.ts', ...files]);
  // The unknown came first and is behind all that are on the list: eighteen.
  assert.equal(sorted.indexOf('test/z/unknown.test.ts'), 18);
});
