import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { bankRow } from '../../../support/bank-rows.ts';
import { accountIn, answered, temporaryLedger } from '../../../support/ledger-fixture.ts';

const page = readFileSync(new URL('../../../../docs/ledger.md', import.meta.url), 'utf8');

/** The statements of the page's SQL blocks. */
const statements = [...page.matchAll(/```sql\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== ''),
);

/** View name -> the columns its table on the page names, in order. */
const documentedViews = [...page.matchAll(/### `(\w+)`\n([\s\S]*?)(?=\n##)/g)].map(
  ([, name = '', text = '']) => ({
    name,
    columns: [...text.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, column]) => column),
    ),
  }),
);

describe('docs/ledger.md', () => {
  for (const statement of statements) {
    test(`is right that this runs: ${statement.slice(0, 50).replaceAll(/\s+/g, ' ')} ...`, (t) => {
      const ledger = temporaryLedger(t);
      accountIn(ledger).storeWindow(answered([bankRow(), bankRow({ amountMinor: 5, date: '2026-01-11' })]));
      assert.ok(Array.isArray(ledger.db.prepare(statement).all()));
    });
  }

  test('has something to run', () => {
    assert.ok(statements.length >= 6);
  });

  test('names every public view with all its columns, in order', (t) => {
    const { db } = temporaryLedger(t);
    const views = db
      .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")
      .all()
      .map(({ name }) => ({
        name,
        columns: db
          .prepare(`SELECT * FROM ${name}`)
          .columns()
          .map((column) => column.name),
      }));
    assert.deepEqual(
      documentedViews.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      views,
    );
  });
});
