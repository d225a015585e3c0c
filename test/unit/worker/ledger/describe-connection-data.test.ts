import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectionDataSchema } from '#shared/connection-data.ts';
import { saveConnection } from '../../../../src-worker/ledger/connections.ts';
import { describeConnectionData } from '../../../../src-worker/ledger/describe-connection-data.ts';
import { forgetConnection } from '../../../../src-worker/ledger/forget-connection.ts';
import { annotateTransactions } from '../../../../src-worker/ledger/overlay/annotate-transactions.ts';
import { bankRow } from '../../../support/bank-rows.ts';
import {
  accountIn,
  answered,
  connection,
  nowIso,
  query,
  temporaryLedger,
} from '../../../support/ledger-fixture.ts';

test('what is told of a connection is what forgetting it deletes', (t) => {
  const ledger = temporaryLedger(t);
  const account = accountIn(ledger, ['acc', 'other']);
  const rows = [1, 2, 3, 4].map((day) => bankRow({ normalisedId: String(day), date: `2026-01-0${day}` }));
  account.storeWindow(answered(rows));
  account.storeWindow(answered(rows.slice(1)));
  annotateTransactions(ledger, [2], { note: 'lunch' }, nowIso);
  annotateTransactions(ledger, [3], { is_hidden: true }, nowIso);
  const data = connectionDataSchema.parse(describeConnectionData(ledger, 'c1'));
  assert.ok(data.pageBytes > 0);
  assert.deepEqual(
    { ...data, pageBytes: 0 },
    {
      accounts: ['ACC', 'OTHER'],
      transactions: 4,
      notCounted: 2,
      firstDay: '2026-01-01',
      lastDay: '2026-01-04',
      annotated: 2,
      pages: 2,
      pageBytes: 0,
    },
  );
  assert.equal(forgetConnection(ledger, 'c1'), data.transactions);
  assert.deepEqual(query(ledger, 'SELECT 1 FROM raw_pages'), []);
});

test('a connection without accounts has nothing, and one that is not there is not found', (t) => {
  const ledger = temporaryLedger(t);
  saveConnection(ledger, connection(), nowIso);
  assert.deepEqual(describeConnectionData(ledger, 'c1'), {
    accounts: [],
    transactions: 0,
    notCounted: 0,
    firstDay: null,
    lastDay: null,
    annotated: 0,
    pages: 0,
    pageBytes: 0,
  });
  assert.equal(describeConnectionData(ledger, 'c9'), null);
});
