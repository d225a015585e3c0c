import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { languageFor } from '#shared/words/language-for.ts';

describe('the language for a reader', () => {
  const known = ['en', 'de', 'pt-BR', 'zh-Hant'] as const;
  const cases: readonly (readonly [locales: readonly string[], language: string])[] = [
    [['de-AT', 'en-GB'], 'de'],
    [['fr-FR', 'de'], 'de'],
    [['pt-br'], 'pt-BR'],
    [['pt-PT'], 'en'],
    [['zh-Hant-TW'], 'zh-Hant'],
    [['deu'], 'en'],
    [[], 'en'],
  ];
  for (const [locales, language] of cases) {
    test(`${locales.join(', ') || 'of no locale'}: ${language}`, () => {
      assert.equal(languageFor(locales, known, 'en'), language);
    });
  }
});
