import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertNothingFound } from './rules/assert-nothing-found.ts';
import { importsOf } from './rules/imports-of.ts';
import { readSourceTree } from './rules/source-file.ts';
import { forbiddenImports, sharedByPath } from './rules/who-imports-what.ts';

// Without the files whose examples are imports nobody may write.
const examples = ['test/architecture/imports.test.ts', 'test/architecture/lint.test.ts'];
const tree = readSourceTree().filter(({ path }) => !examples.includes(path));

describe('who imports what', () => {
  test('every file imports only what its folder may know', () => {
    assertNothingFound(forbiddenImports(tree));
  });

  test('shared values are imported by #shared, not by climbing', () => {
    assertNothingFound(sharedByPath(tree));
  });

  test('the tree was really read', () => {
    const folders = new Set(tree.map(({ path }) => path.split('/')[0]));
    for (const folder of [
      'src-shared',
      'src-worker',
      'src-main',
      'src-demo-bank',
      'test',
      'scripts',
      'bin',
    ]) {
      assert.ok(folders.has(folder), folder);
    }
  });
});

describe('the rule finds', () => {
  const cases: readonly (readonly [path: string, line: string, complaint: RegExp])[] = [
    ['src-worker/engine/a.ts', "import { b } from '../../src-main/b.ts';", /may not know src-main/],
    ['src-main/a.ts', "import type { b } from '../src-worker/b.ts';", /may not know src-worker/],
    ['src-main/a.ts', "const b = await import('../src-demo-bank/b.ts');", /may not know src-demo-bank/],
    ['src-demo-bank/a.ts', "export { b } from '../src-main/b.ts';", /may not know src-main/],
    ['src-shared/a.ts', "import { readFileSync } from 'node:fs';", /runs in the window/],
    ['src-shared/a.ts', "import { b } from '../src-worker/b.ts';", /may not know src-worker/],
    ['src-renderer/a.tsx', "import { readFileSync } from 'node:fs';", /no Node in the window/],
    ['src-renderer/a.tsx', "import { b } from '../src-main/b.ts';", /may not know src-main/],
    ['src-renderer/a.tsx', "import { ipcRenderer } from 'electron';", /only src-main\/desktop/],
    ['src-main/sync/a.ts', "import electron from 'electron';", /only src-main\/desktop/],
    ['src-main/sync/a.ts', "await import('keytar');", /only src-main\/auth/],
    ['src-worker/engine/a.ts', "import Database from 'better-sqlite3';", /only src-worker\/ledger/],
    ['src-main/auth/a.ts', "import { request } from 'undici';", /only src-worker\/source/],
  ];
  for (const [path, text, complaint] of cases) {
    test(`${text} in ${path}`, () => {
      const found = forbiddenImports([{ path, text }]);
      assert.equal(found.length, 1);
      assert.match(found[0] ?? '', complaint);
    });
  }

  test('a shared file reached by climbing', () => {
    const text = "import { a } from '../../src-shared/a.ts';";
    assert.equal(sharedByPath([{ path: 'src-main/sync/a.ts', text }]).length, 1);
  });

  test('imports over several lines, for side effects, of types, and by expression', () => {
    const text = [
      "import {\n  a,\n  type B,\n} from './x.ts';",
      "import './y.ts';",
      "import type { C } from '#shared/c.ts';",
      "export * from '../z.ts';",
      "const d = await import('d');",
    ].join('\n');
    assert.deepEqual(importsOf({ path: 'src-main/sync/a.ts', text }).toSorted(), [
      'd',
      'src-main/sync/x.ts',
      'src-main/sync/y.ts',
      'src-main/z.ts',
      'src-shared/c.ts',
    ]);
  });
});
