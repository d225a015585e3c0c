import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';
import { openLedger } from '../../../src-worker/ledger/open-ledger.ts';
import { openLedgerReadOnly } from '../../../src-worker/ledger/open-ledger-read-only.ts';
import { checkLedger } from '../../../src-worker/ledger/check-ledger.ts';
import { listTransactions } from '../../../src-worker/ledger/view-rows.ts';
import { bankRow } from '../../support/bank-rows.ts';
import { accountIn, answered, nowIso, temporaryFolder } from '../../support/ledger-fixture.ts';

const run = promisify(execFile);
const writer = fileURLToPath(new URL('ledger-writer.ts', import.meta.url));
const countsSchema = z.object({ inserted: z.number(), duplicates: z.number() });

describe('two processes and one ledger', () => {
  test('that create it and sync the same rows at once both end well, and every row is there once', async (t) => {
    const ledgerPath = path.join(temporaryFolder(t), 'new', 'passbook.sqlite');
    const ends = await Promise.all([1, 2, 3].map(() => run(process.execPath, [writer, ledgerPath])));
    const counts = ends.map(({ stdout }) => countsSchema.parse(JSON.parse(stdout)));
    const sum = (of: 'inserted' | 'duplicates') => counts.reduce((total, each) => total + each[of], 0);
    assert.deepEqual([sum('inserted'), sum('duplicates')], [1000, 2000]);
    const opened = openLedgerReadOnly(ledgerPath);
    assert.ok(opened.ok && opened.value !== null);
    assert.deepEqual(checkLedger(opened.value), { exists: true, problems: [], transactions: 1000 });
    opened.value.close();
  });

  test('a reader sees whole pages while a writer is in the middle of one, and waits for nothing', (t) => {
    const ledgerPath = path.join(temporaryFolder(t), 'passbook.sqlite');
    const writing = openLedger(ledgerPath, nowIso);
    const reading = openLedgerReadOnly(ledgerPath);
    assert.ok(writing.ok && reading.ok && reading.value !== null);
    const reader = reading.value;
    t.after(() => {
      reader.close();
      writing.value.close();
    });
    const account = accountIn(writing.value);
    account.storeWindow(answered([bankRow()]));
    writing.value.db
      .transaction(() => {
        writing.value.db.exec('DELETE FROM transactions');
        assert.equal(listTransactions(reader, {}, 9).length, 1);
      })
      .immediate();
    assert.equal(listTransactions(reader, {}, 9).length, 0);
  });

  test('a reading handle cannot write', (t) => {
    const ledgerPath = path.join(temporaryFolder(t), 'passbook.sqlite');
    const writing = openLedger(ledgerPath, nowIso);
    const reading = openLedgerReadOnly(ledgerPath);
    assert.ok(writing.ok && reading.ok && reading.value !== null);
    const reader = reading.value;
    assert.throws(() => reader.db.exec('DELETE FROM jobs'), { code: 'SQLITE_READONLY' });
    reader.close();
    writing.value.close();
  });
});
