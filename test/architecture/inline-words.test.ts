import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertNothingFound } from './rules/assert-nothing-found.ts';
import { inlineWords } from './rules/inline-words.ts';
import { readSourceTree } from './rules/source-file.ts';

describe('the words of the window', () => {
  test('are all in the catalogue', () => {
    assertNothingFound(inlineWords(readSourceTree()));
  });
});

describe('the rule finds', () => {
  const cases = [
    'const a = <p>Last sync</p>;',
    'const a = <p>{isOn ? "Yes" : words.no}</p>;',
    'const a = <button aria-label="Close" />;',
    'const a = <button title={`Sync ${name}`} />;',
    'const a = <input placeholder={isEmpty ? "automatic" : words.none} />;',
    'const a = <img alt={name || "nobody"} />;',
    'const reasons = { bank: "The bank said no." };',
    'const text = `${name} is connected to it`;',
    "import { syncWords } from '../words/sync-words.ts';",
    "import { waitWords } from '#shared/words/summary-lines.ts';",
  ];
  for (const text of cases) {
    test(text, () => {
      assert.equal(inlineWords([{ path: 'src-renderer/a.tsx', text }]).length, 1);
    });
  }

  const good = [
    'const a = <p className="quiet large">{words.lastSync} \u00b7 {count}</p>;',
    'const a = <button aria-label={words.close(name)} type="button">{"\u2013"}</button>;',
    "throw new Error('The page has no place for the window.');",
    "import { syncWords } from '../words/words.ts';",
  ];
  for (const text of good) {
    test(`nothing wrong with ${text}`, () => {
      assert.deepEqual(inlineWords([{ path: 'src-renderer/a.tsx', text }]), []);
    });
  }

  test('nothing wrong in the catalogue itself, or outside of the window', () => {
    const text = "export const words = { a: 'The bank said no.' };";
    for (const path of ['src-renderer/words/a-words.ts', 'src-shared/words/a.ts']) {
      assert.deepEqual(inlineWords([{ path, text }]), []);
    }
  });
});
