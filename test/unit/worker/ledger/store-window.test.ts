import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { zstdDecompressSync } from 'node:zlib';
import { bankRow } from '../../../support/bank-rows.ts';
import {
  accountIn,
  answered,
  january,
  nowIso,
  query,
  temporaryLedger,
} from '../../../support/ledger-fixture.ts';

const a = bankRow({ normalisedId: 'n-a', providerId: 'p-a', date: '2026-01-05', runningBalanceMinor: 100 });
const b = bankRow({ normalisedId: 'n-b', providerId: 'p-b', date: '2026-01-06', merchant: 'Shop' });
const live = 'SELECT description, amount_minor, date FROM transactions_v1 ORDER BY date, id';

describe('storing a window', () => {
  test('stores rows as the public view shows them', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    assert.deepEqual(account.storeWindow(answered([a])), {
      inserted: 1,
      duplicates: 0,
      updated: 0,
      removed: 0,
    });
    assert.deepEqual(query(ledger, 'SELECT * FROM transactions_v1'), [
      {
        id: 1,
        connection_id: 'c1',
        account_id: 'acc',
        date: '2026-01-05',
        timestamp_utc: '2026-01-05T00:00:00.000Z',
        amount_minor: -420,
        currency: 'GBP',
        description: 'CORNER SHOP',
        merchant: null,
        category: 'PURCHASE',
        status: 'booked',
        normalised_id: 'n-a',
        provider_id: 'p-a',
        first_seen_at: nowIso,
        updated_at: nowIso,
        note: null,
        own_category: null,
      },
    ]);
  });

  test('the second time is all duplicates and writes no row', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    const twins = [bankRow(), bankRow()];
    account.storeWindow(answered([a, b, ...twins]));
    const before = query(ledger, 'SELECT * FROM transactions');
    const again = [a, b, ...twins].map((row) => ({ ...row, transactionId: 'moved' }));
    assert.deepEqual(account.storeWindow(answered(again)), {
      inserted: 0,
      duplicates: 4,
      updated: 0,
      removed: 0,
    });
    assert.deepEqual(query(ledger, 'SELECT * FROM transactions'), before);
  });

  test('amended, gone and back are counted, marked and undone', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    account.storeWindow(answered([a, b]));
    const counts = account.storeWindow(answered([{ ...a, amountMinor: -500 }]));
    assert.deepEqual(counts, { inserted: 0, duplicates: 0, updated: 1, removed: 1 });
    assert.deepEqual(query(ledger, live), [
      { description: 'CORNER SHOP', amount_minor: -500, date: '2026-01-05' },
    ]);
    assert.deepEqual(
      query(
        ledger,
        "SELECT removed_at, removed_reason FROM transactions WHERE ref = 1 OR normalised_id = 'n-b' ORDER BY removed_at",
      ),
      [
        { removed_at: null, removed_reason: null },
        { removed_at: nowIso, removed_reason: 'gone-from-window' },
      ],
    );
    assert.equal(account.storeWindow(answered([{ ...a, amountMinor: -500 }, b])).updated, 1);
    assert.equal(query(ledger, live).length, 2);
    assert.equal(query(ledger, 'SELECT * FROM transactions').length, 2);
  });

  test('rows swap their ids under the unique index', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    const rows = [
      bankRow({ normalisedId: 'x', amountMinor: -1 }),
      bankRow({ normalisedId: 'y', amountMinor: -2 }),
    ];
    account.storeWindow(answered(rows));
    const swapped = [
      bankRow({ normalisedId: 'y', amountMinor: -1 }),
      bankRow({ normalisedId: 'x', amountMinor: -2 }),
    ];
    account.storeWindow(answered(swapped));
    assert.deepEqual(query(ledger, 'SELECT normalised_id, amount_minor FROM transactions_v1 ORDER BY 1'), [
      { normalised_id: 'x', amount_minor: -2 },
      { normalised_id: 'y', amount_minor: -1 },
    ]);
  });

  test('finds a row by its id on days that were not asked', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    account.storeWindow(answered([a]));
    const february = { from: '2026-02-01', to: '2026-02-28' };
    const moved = { ...a, date: '2026-02-02', timestampUtc: '2026-02-02T00:00:00.000Z' };
    assert.equal(account.storeWindow(answered([moved], february)).updated, 1);
    assert.equal(query(ledger, live).length, 1);
  });

  test('accounts do not see each other', (t) => {
    const ledger = temporaryLedger(t);
    accountIn(ledger, ['one']).storeWindow(answered([a]));
    const counts = accountIn(ledger, ['two']).storeWindow(answered([a]));
    assert.equal(counts.inserted, 1);
    assert.equal(query(ledger, live).length, 2);
  });

  test('keeps the body as received, with range, time and status', (t) => {
    const ledger = temporaryLedger(t);
    const answer = answered([a]);
    accountIn(ledger).storeWindow(answer);
    const { body, ...page } = ledger.db
      .prepare<[], { body: Buffer }>(
        'SELECT body_zstd AS body, from_day, to_day, http_status, asked_at FROM raw_pages',
      )
      .get() ?? { body: Buffer.alloc(0) };
    assert.deepEqual(zstdDecompressSync(body), answer.rawBody);
    assert.deepEqual(page, {
      from_day: january.from,
      to_day: january.to,
      http_status: 200,
      asked_at: nowIso,
    });
  });

  test('counts into the job and the account in the same transaction', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    account.storeWindow(answered([a, b]));
    account.storeWindow(answered([a]));
    const sums = 'transactions_synced, duplicates, updated, removed, pages_done';
    const expected = [{ transactions_synced: 2, duplicates: 1, updated: 0, removed: 1, pages_done: 2 }];
    assert.deepEqual(query(ledger, `SELECT ${sums} FROM jobs`), expected);
    assert.deepEqual(query(ledger, `SELECT ${sums} FROM job_accounts`), expected);
  });

  test('a page that cannot be stored whole is not stored at all', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    const impossible = bankRow({ amountMinor: 0.5 });
    assert.throws(() => account.storeWindow(answered([a, impossible])));
    for (const table of ['transactions', 'raw_pages', 'coverage', 'job_accounts']) {
      assert.deepEqual(query(ledger, `SELECT * FROM ${table}`), [], table);
    }
  });

  test('an answer newest first is numbered oldest first', (t) => {
    const ledger = temporaryLedger(t);
    accountIn(ledger).storeWindow(answered([b, a]));
    assert.deepEqual(query(ledger, 'SELECT date FROM transactions_v1 ORDER BY id'), [
      { date: '2026-01-05' },
      { date: '2026-01-06' },
    ]);
  });
});
