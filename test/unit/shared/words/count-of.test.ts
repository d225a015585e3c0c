import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countOf } from '#shared/words/count-of.ts';
import { pluralIn } from '#shared/words/plural-in.ts';

describe('a word by number', () => {
  test('is English whatever the reader’s locale: nothing is several', () => {
    assert.equal(countOf(0, 'row'), '0 rows');
    assert.equal(countOf(1, 'row'), '1 row');
    assert.equal(countOf(2, 'stretch', 'stretches'), '2 stretches');
  });

  test('has its number written as the reader’s side does', () => {
    const write = (count: number): string => new Intl.NumberFormat('de').format(count);
    assert.equal(countOf(12_500, 'row', undefined, write), '12.500 rows');
  });

  test('follows the rules of the language it is in', () => {
    const forms = { one: 'wiersz', few: 'wiersze', other: 'wierszy' };
    const said = [1, 2, 5, 22].map((count) => pluralIn('pl')(count, forms));
    assert.deepEqual(said, ['wiersz', 'wiersze', 'wierszy', 'wiersze']);
    assert.equal(pluralIn('fr')(0, { one: 'ligne', other: 'lignes' }), 'ligne');
  });
});
