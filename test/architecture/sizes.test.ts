import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertNothingFound } from './rules/assert-nothing-found.ts';
import { tooManyLongFiles, tooLongFiles } from './rules/sizes.ts';
import { readSourceTree } from './rules/source-file.ts';

const tree = readSourceTree();
const fileOf = (path: string, lines: number) => ({ path, text: 'x\n'.repeat(lines) });

describe('sizes', () => {
  test('no file is over 250 lines, no composition root over 80', () => {
    assertNothingFound(tooLongFiles(tree));
  });

  test('nine files in ten are at most 160 lines', () => {
    assertNothingFound(tooManyLongFiles(tree));
  });
});

describe('the rule finds', () => {
  test('a file of 251 lines, and not one of 250', () => {
    assert.equal(tooLongFiles([fileOf('src-main/a.ts', 251), fileOf('src-main/b.ts', 250)]).length, 1);
  });

  test('a composition root of 81 lines, and not one of 80', () => {
    assert.equal(tooLongFiles([fileOf('src-main/cli.ts', 81), fileOf('src-main/index.ts', 80)]).length, 1);
  });

  test('three long files among twenty, and not two', () => {
    const short = Array.from({ length: 17 }, (_, at) => fileOf(`src-main/s${at}.ts`, 70));
    const long = ['a', 'b', 'c'].map((name) => fileOf(`src-main/${name}.ts`, 161));
    assert.equal(tooManyLongFiles([...short, ...long]).length, 2, 'the app and everything');
    assert.deepEqual(tooManyLongFiles([...short, fileOf('src-main/d.ts', 160), ...long.slice(1)]), []);
  });
});
