import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { selectTests } from '../../../../scripts/testing/test-groups.ts';

const groups = [
  { name: 'unit', files: ['test/unit/shared/money.test.ts', 'test/unit/worker/identity/match.test.ts'] },
  { name: 'integration', files: ['test/integration/identity.test.ts'] },
  { name: 'e2e', files: [] },
];
const selected = (...words: readonly string[]) =>
  selectTests(groups, words).map(({ name, files }) => `${name}: ${files.join(' ')}`);

describe('npm test -- words', () => {
  test('without words keeps everything, an empty group too, which then fails', () => {
    assert.deepEqual(selectTests(groups, []), groups);
    assert.deepEqual(selected('e2e'), ['e2e: ']);
  });

  test('a group name keeps that group', () => {
    assert.deepEqual(selected('integration'), ['integration: test/integration/identity.test.ts']);
  });

  test('another word keeps the files whose path holds it, in all groups', () => {
    assert.deepEqual(selected('identity'), [
      'unit: test/unit/worker/identity/match.test.ts',
      'integration: test/integration/identity.test.ts',
    ]);
  });

  test('both keep what fits both', () => {
    assert.deepEqual(selected('unit', 'identity'), ['unit: test/unit/worker/identity/match.test.ts']);
  });

  test('a word that fits nothing keeps nothing', () => {
    assert.deepEqual(selected('identitty'), []);
  });
});
