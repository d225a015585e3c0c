import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertNothingFound } from './rules/assert-nothing-found.ts';
import { inlineWords } from './rules/inline-words.ts';
import { sentencesAmongCode } from './rules/sentences-among-code.ts';
import { readSourceTree } from './rules/source-file.ts';
import { untranslatable } from './rules/untranslatable.ts';

describe('the words of the window', () => {
  test('are all in the catalogue', () => {
    assertNothingFound(inlineWords(readSourceTree()));
  });
});

describe('sentences outside of the window', () => {
  test('are in a catalogue, not among the code that finds out what they say', () => {
    assert.deepEqual(sentencesAmongCode(readSourceTree()), []);
  });

  // Each stood there once, and was shown as it was to readers of any language.
  const found: readonly (readonly [string, string])[] = [
    [
      'src-shared/consent.ts',
      'const a = `${bank}: the consent ends on ${day}, in ${days}. Renew it before then.`;',
    ],
    ['src-shared/consent.ts', "const a = 'Renew it before then; your history stays.';"],
    ['src-worker/engine/a.ts', 'const note = `Asking for fewer days at once: ${why}`;'],
    ['src-worker/engine/a.ts', "fail('the bank refused so wide a range');"],
    ['src-worker/source/a.ts', "const a = { ok: false, detail: 'a web page instead of JSON' };"],
    ['src-main/connect/a.ts', "const namelessBank = 'New connection';"],
    ['src-main/app/a.ts', 'const a = `Passbook receipt ${id}.json`;'],
  ];
  for (const [path, text] of found) {
    test(`the rule finds ${text}`, () => assert.notDeepEqual(sentencesAmongCode([{ path, text }]), []));
  }

  const fine = [
    "log.warn('The browser could not be opened', { failure });",
    "throw new Error('A sync before the ledger is open');",
    "const bug = new Error('The bank gave no consent');",
    "db.prepare('SELECT count(*) FROM transactions t WHERE t.removed_at IS NULL');",
    "const kind = 'old-history-refused';",
  ];
  for (const text of fine) {
    test(`nothing wrong with ${text}`, () => {
      assert.deepEqual(sentencesAmongCode([{ path: 'src-main/a.ts', text }]), []);
    });
  }
});

describe('what the window says', () => {
  test('is whole sentences of the catalogue, plurals and figures by the language and the locale', () => {
    assert.deepEqual(untranslatable(readSourceTree()), []);
  });

  const found: readonly (readonly [string, string])[] = [
    ['src-renderer/a.tsx', 'const a = `${words.title}. ${label}`;'],
    ['src-renderer/a.tsx', 'const a = `${words.balance}: ${nameOf(id)}`;'],
    ['src-renderer/a.tsx', 'const a = `${days}: ${words.span(span)}`;'],
    ['src-renderer/a.tsx', 'const a = words.gap(name, first) + more;'],
    ['src-renderer/words/a.ts', "const a = `${notes} ${count === 1 ? 'is' : 'are'} kept`;"],
    ['src-shared/words/a.ts', "const a = `row${rows === 1 ? '' : 's'}`;"],
    ['src-renderer/format/a.ts', 'const a = value.toFixed(2);'],
  ];
  for (const [path, text] of found) {
    test(`the rule finds ${text}`, () => assert.equal(untranslatable([{ path, text }]).length, 1));
  }

  for (const text of [
    'const a = <p>{words.one} \u00b7 {words.two(name)}</p>;',
    'const a = `${id} ${words.of}`;',
  ]) {
    test(`nothing wrong with ${text}`, () => {
      assert.deepEqual(untranslatable([{ path: 'src-renderer/a.tsx', text }]), []);
    });
  }
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
