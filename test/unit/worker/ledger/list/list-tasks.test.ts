import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { succeeded } from '#shared/result.ts';
import { newestFirst } from '#shared/transaction-list.ts';
import { allMigrations } from '../../../../../src-worker/ledger/migrations/all-migrations.ts';
import { openLedger } from '../../../../../src-worker/ledger/open-ledger.ts';
import { listBySql } from '../../../../../src-worker/ledger/list/list-by-sql.ts';
import { runLedgerTask } from '../../../../../src-worker/tasks/run-ledger-task.ts';
import { closeLedgerOfThread } from '../../../../../src-worker/tasks/thread-ledger.ts';
import { bankRow } from '../../../../support/bank-rows.ts';
import {
  accountIn,
  answered,
  nowIso,
  query,
  temporaryFolder,
  temporaryLedger,
} from '../../../../support/ledger-fixture.ts';

function stage(t: TestContext) {
  const ledger = temporaryLedger(t);
  t.after(() => closeLedgerOfThread(ledger.path));
  return { ledger, ledgerPath: ledger.path, account: accountIn(ledger, ['acc', 'other']) };
}

const page = { filter: {}, sort: newestFirst, offset: 0, limit: 10 };

describe('one transaction', () => {
  test('is told with what it was, which pages brought it and what changed', (t) => {
    const { ledgerPath, account } = stage(t);
    const { range: _, ...held } = answered([bankRow({ amountMinor: -400 })]);
    account.storePending(held);
    account.storeWindow(
      answered([bankRow({ amountMinor: -420, classification: ['Food'], normalisedId: 'n' })]),
    );
    account.storeWindow(
      answered([bankRow({ amountMinor: -520, classification: ['Food'], normalisedId: 'n' })]),
    );
    const detail = runLedgerTask({ kind: 'get-transaction', ledgerPath, id: 2 });
    assert.ok(detail.ok);
    const { row, account_name, provider_name, classification, first_page, last_page, changes } = detail.value;
    assert.deepEqual(
      [row.amount_minor, account_name, provider_name, classification],
      [-520, 'ACC', 'MOCK', ['Food']],
    );
    assert.deepEqual([first_page.page_id, last_page.page_id, first_page.from_day], [2, 3, '2026-01-01']);
    assert.equal(first_page.job_id, account.jobId);
    assert.deepEqual(
      changes.map(({ kind, fields }) => [kind, fields]),
      [['amended', { amountMinor: [-420, -520] }]],
    );
    assert.equal(detail.value.was_pending_id, 1);
    account.storeWindow(answered([]));
    const gone = runLedgerTask({ kind: 'get-transaction', ledgerPath, id: 2 });
    assert.equal(gone.ok && gone.value.removed_reason, 'gone-from-window');
  });

  test('that is not there is not found', (t) => {
    const { ledgerPath } = stage(t);
    const failure = { kind: 'not-found', what: 'transaction', id: '7' };
    assert.deepEqual(runLedgerTask({ kind: 'get-transaction', ledgerPath, id: 7 }), { ok: false, failure });
  });
});

describe('the sums of a large list', () => {
  test('are not waited for by who can come again, until the list is in memory', async (t) => {
    const { ledger, ledgerPath, account } = stage(t);
    account.storeWindow(answered([bankRow({ amountMinor: -420 })]));
    // Large by its newest row's number.
    ledger.db.exec('PRAGMA foreign_keys = OFF; UPDATE transactions SET ref = 20000');
    const sums = (canWait: boolean) =>
      runLedgerTask({ kind: 'total-transactions', ledgerPath, filter: {}, canWait });
    const totals = [{ currency: 'GBP', count: 1, in_minor: 0, out_minor: -420 }];
    assert.deepEqual(sums(true), succeeded({ totals: null }));
    assert.deepEqual(sums(false), succeeded({ totals }));
    for (let turn = 0; turn < 10; turn += 1) await setImmediate();
    assert.deepEqual(sums(true), succeeded({ totals }));
  });
});

describe('the first page of a large list', () => {
  const filters = [{ accountIds: ['acc'] }, {}];
  for (const filter of filters) {
    test(`${JSON.stringify(filter)} is found by walking an index, without putting the ledger in order`, (t) => {
      const { ledger, account } = stage(t);
      account.storeWindow(answered([bankRow()]));
      const sources: string[] = [];
      const watched = new Proxy(ledger.db, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name);
          if (name !== 'prepare' || typeof value !== 'function') return value;
          return (source: string): unknown => {
            sources.push(source);
            return Reflect.apply(value, target, [source]);
          };
        },
      });
      listBySql(watched).page({ ...page, filter });
      const steps = sources.flatMap((source) =>
        ledger.db
          .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source}`)
          .all(...Array.from(source.matchAll(/\?/g), () => 1))
          .map(({ detail }) => detail),
      );
      const ofRows = steps.filter((step) => /(SCAN|SEARCH) (t|transactions)\b/.test(step));
      assert.ok(ofRows.length >= 2, steps.join('\n'));
      for (const step of ofRows) assert.match(step, /USING (COVERING )?INDEX|INTEGER PRIMARY KEY/);
      assert.deepEqual(
        steps.filter((step) => step.endsWith('TEMP B-TREE FOR ORDER BY')),
        [],
      );
    });
  }
});

describe('an older ledger', () => {
  test('has its rows and what is written of them found by words once it is brought up to date', (t) => {
    const file = path.join(temporaryFolder(t), 'passbook.sqlite');
    const old = openLedger(file, nowIso, allMigrations.slice(0, 12));
    assert.ok(old.ok);
    old.value.db.exec(`
      INSERT INTO connections VALUES (1, 'c1', 'live', '', '', '', '', 'mock', 'MOCK', 'active', NULL, NULL, NULL, '', '');
      INSERT INTO accounts VALUES (1, 1, 'acc', 'account', 'A', 'GBP', NULL, '{}', '', '');
      INSERT INTO jobs (ref, id, requested_by, attended, status, owner_host, owner_pid, heartbeat_at, started_at)
        VALUES (1, 'j1', 'user', 1, 'completed', 'h', 1, '', '');
      INSERT INTO raw_pages VALUES (1, 1, 1, 'transactions', '2026-01-01', '2026-01-31', '', 200, 2, x'00');
      INSERT INTO transactions (ref, account_ref, identity_key, status, date, timestamp_utc, amount_minor, currency,
          description, category, classification_json, transaction_id, is_edge, first_seen_at, updated_at, first_page_ref, last_page_ref)
        VALUES (1, 1, 'n:1', 'booked', '2026-01-03', '2026-01-03T00:00:00.000Z', -420, 'GBP', 'Café Nero', 'PURCHASE', '[]',
          't', 0, '', '', 1, 1);`);
    old.value.close();
    t.after(() => closeLedgerOfThread(file));
    const found = runLedgerTask({
      kind: 'page-transactions',
      ledgerPath: file,
      ...page,
      filter: { search: 'cafe' },
    });
    assert.equal(found.ok && found.value.total, 1);
    const opened = openLedger(file, nowIso);
    assert.ok(opened.ok);
    t.after(() => opened.value.close());
    assert.deepEqual(query(opened.value, 'SELECT count(*) AS n FROM transaction_words_docsize'), [{ n: 1 }]);
  });
});
