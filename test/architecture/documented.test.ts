import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertNothingFound } from './rules/assert-nothing-found.ts';
import { undocumentedExports } from './rules/documented.ts';
import { readSourceTree } from './rules/source-file.ts';

const app = readSourceTree().filter(({ path }) => !path.endsWith('.test.ts'));
const complaintsAbout = (...lines: readonly string[]) =>
  undocumentedExports([{ path: 'src-main/a.ts', text: lines.join('\n') }]);

describe('doc comments', () => {
  test('everything exported has one', () => {
    assertNothingFound(undocumentedExports(app));
  });
});

describe('the rule finds', () => {
  for (const line of [
    'export const a = 1;',
    'export function a() {}',
    'export async function a() {}',
    'export interface A {}',
    'export type A = string;',
    'export class A {}',
    'export default function a() {}',
  ]) {
    test(`${line} without one, and not with one`, () => {
      assert.equal(complaintsAbout('', line).length, 1);
      assert.equal(
        complaintsAbout('// A line comment is for who changes it, not for who uses it.', line).length,
        1,
      );
      assert.deepEqual(complaintsAbout('/** What for. */', line), []);
      assert.deepEqual(complaintsAbout('/**', ' * What for.', ' */', line), []);
    });
  }

  test('a type in a paragraph of its own, and not one right below the documented schema it comes from', () => {
    const schema = ['/** What for. */', 'export const aSchema = z.object({', '  b: z.string(),', '});'];
    assert.deepEqual(complaintsAbout(...schema, 'export type A = z.infer<typeof aSchema>;'), []);
    assert.equal(complaintsAbout(...schema, '', 'export type A = z.infer<typeof aSchema>;').length, 1);
  });
});
