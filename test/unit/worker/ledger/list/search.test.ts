import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { newestFirst } from '#shared/transaction-list.ts';
import { pageOfList } from '../../../../../src-worker/ledger/list/page-of-list.ts';
import { annotateTransactions } from '../../../../../src-worker/ledger/overlay/annotate-transactions.ts';
import { bankRow } from '../../../../support/bank-rows.ts';
import { accountIn, answered, nowIso, temporaryLedger } from '../../../../support/ledger-fixture.ts';

const descriptions = [
  'TESCO STORES 4211',
  'Café Nero',
  "M&S SIMPLY FOOD O'Neil",
  '漢字レストラン 東京',
  'PIZZA 🍕 PLACE',
  'Straße München',
  '100% "quoted" (x) * AND NOT NEAR',
];

function stage(t: TestContext) {
  const ledger = temporaryLedger(t);
  const account = accountIn(ledger);
  const rows = descriptions.map((description, at) =>
    bankRow({ description, normalisedId: `n${String(at)}`, merchant: at === 0 ? 'Tesco Superstore' : null }),
  );
  account.storeWindow(answered(rows));
  const found = (search: string): readonly string[] =>
    pageOfList(ledger, { filter: { search }, sort: newestFirst, offset: 0, limit: 50 })
      .rows.map(({ description }) => description)
      .toSorted();
  return { ledger, account, rows, found };
}

const [tesco = '', cafe = '', marks = '', kanji = '', pizza = '', street = '', odd = ''] = descriptions;

describe('a search as one types', () => {
  const cases: readonly (readonly [search: string, found: readonly string[]])[] = [
    ['t', [tesco]],
    ['tes', [tesco]],
    ['tesco 42', [tesco]],
    ['42 TESCO', [tesco]],
    ['superst', [tesco]],
    ['esco', []],
    ['cafe', [cafe]],
    ['CAFÉ n', [cafe]],
    ['munch', [street]],
    ['m&s', [marks, street]],
    ["o'neil", [marks]],
    ['字', [kanji]],
    ['レスト', [kanji]],
    ['🍕', [pizza]],
    ['pizza 🍕', [pizza]],
    ['%', [odd]],
    ['100%', [odd]],
    ['"quo', [odd]],
    ['(', [odd]],
    ['*', [odd]],
    ['AND', [odd]],
    ['near not', [odd]],
    ['NEAR(a b)', []],
    ['words:tesco', []],
    ['-tesco', [tesco]],
    ['^tesco OR', []],
    ["' OR 1=1 --", []],
    ['\0tesco', [tesco]],
  ];
  test('finds words and their beginnings, accents or not, and takes everything else for text', (t) => {
    const { found } = stage(t);
    for (const [search, expected] of cases) {
      assert.deepEqual(found(search), expected.toSorted(), JSON.stringify(search));
    }
  });

  test('nothing but blanks restricts nothing', (t) => {
    assert.equal(stage(t).found('  ').length, descriptions.length);
  });

  test('looks into notes and own categories, as they are now', (t) => {
    const { ledger, found } = stage(t);
    annotateTransactions(ledger, [1], { note: 'dîner with Kim', own_category: 'Treats' }, nowIso);
    const [row = ''] = found('diner trea');
    assert.deepEqual(found('kim purch'), [row]);
    annotateTransactions(ledger, [1], { note: 'alone', own_category: null }, nowIso);
    assert.deepEqual([found('kim'), found('treats'), found('alone')], [[], [], [row]]);
  });

  test('follows a row whose description the bank amends, and one that goes and comes back', (t) => {
    const { account, rows, found } = stage(t);
    const [first = bankRow(), ...others] = rows;
    account.storeWindow(answered([{ ...first, description: 'SAINSBURYS', merchant: null }, ...others]));
    assert.deepEqual([found('tesco'), found('sains')], [[], ['SAINSBURYS']]);
    account.storeWindow(answered(others));
    assert.deepEqual(found('sains'), []);
    account.storeWindow(answered([{ ...first, description: 'SAINSBURYS', merchant: null }, ...others]));
    assert.deepEqual(found('sains'), ['SAINSBURYS']);
  });
});
