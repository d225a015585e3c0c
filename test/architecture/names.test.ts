import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertNothingFound } from './rules/assert-nothing-found.ts';
import { badPathNames, badTypeNames } from './rules/names.ts';
import { readSourceTree } from './rules/source-file.ts';

const tree = readSourceTree();

describe('names', () => {
  test('every path is kebab-case and says something', () => {
    assertNothingFound(badPathNames(tree));
  });

  test('no type is a Manager or wears an I', () => {
    assertNothingFound(badTypeNames(tree));
  });
});

describe('the rule finds', () => {
  const badPaths = [
    'src-main/utils.ts',
    'src-worker/helpers/a.ts',
    'src-shared/common.ts',
    'src-shared/index.ts',
    'src-main/sync/index.ts',
    'src-main/SyncRunner.ts',
    'src-main/sync_runner.ts',
    'test/unit/moneyTest.test.ts',
  ];
  for (const path of badPaths) {
    test(path, () => {
      assert.equal(badPathNames([{ path, text: '' }]).length, 1);
    });
  }

  test('nothing wrong with the composition root, a test, a declaration file or a configuration', () => {
    const paths = [
      'src-main/index.ts',
      'test/unit/money.test.ts',
      'src-main/auth/keytar.d.ts',
      'src-main/a2.config.ts',
    ];
    assert.deepEqual(badPathNames(paths.map((path) => ({ path, text: '' }))), []);
  });

  test('a Manager class and an interface with an I, but not IbanNumber or a class Import', () => {
    const text = [
      'export class SyncManager {}',
      'interface ISource {}',
      'type Iban = string;',
      'class IP {}',
    ].join('\n');
    assert.equal(badTypeNames([{ path: 'src-main/a.ts', text }]).length, 2);
  });
});
