import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { forgetConnection } from '../../../../../src-worker/ledger/forget-connection.ts';
import { finishJob } from '../../../../../src-worker/ledger/jobs/record-progress.ts';
import { allMigrations } from '../../../../../src-worker/ledger/migrations/all-migrations.ts';
import { openLedger } from '../../../../../src-worker/ledger/open-ledger.ts';
import { readReceipt } from '../../../../../src-worker/ledger/receipts/read-receipt.ts';
import { readTimeline } from '../../../../../src-worker/ledger/receipts/read-timeline.ts';
import { initialProgress } from '#shared/progress.ts';
import { nowIso, query, temporaryFolder } from '../../../../support/ledger-fixture.ts';
import { pageStage } from '../../../../support/page-stage.ts';
import { timelineSample } from '../../../../support/window/receipt-samples.ts';

const coffee = ['2026-01-10', -4.2, 'CORNER SHOP', 'n1'] as const;
const rent = ['2026-01-01', -900, 'RENT', 'n2'] as const;

describe('a receipt', () => {
  test('says for each page what was asked, what came back and what it did', (t) => {
    const stage = pageStage(t);
    stage.sync({ booked: [coffee, rent], pending: [['2026-01-18', -10, 'LA CUCINA', 'p']] });
    const refused = { from: '2020-01-01', to: '2025-12-31' };
    const jobId = stage.sync({
      refused,
      booked: [['2026-01-10', -5, 'CORNER SHOP', 'n1'], ['2026-01-18', -10, 'LA CUCINA', 'p'], coffee],
      pending: [],
    });
    const receipt = readReceipt(stage.ledger, jobId);
    const counts = receipt?.entries.map((entry) => [
      entry.kind,
      entry.from,
      entry.to,
      entry.httpStatus,
      entry.reason,
      entry.returned,
      entry.inserted,
      entry.duplicates,
      entry.changed,
      entry.removed,
      entry.settled,
    ]);
    assert.deepEqual(counts, [
      ['refused', refused.from, refused.to, null, 'old-history-refused', null, 0, null, 0, 0, 0],
      ['transactions', '2026-01-01', '2026-01-31', 200, null, 3, 2, 1, 0, 1, 1],
      ['pending', null, null, 200, null, 0, 0, 0, 0, 0, 0],
    ]);
    assert.deepEqual(receipt?.totals, {
      pages: 2,
      refusals: 1,
      returned: 3,
      unreadable: 0,
      inserted: 2,
      duplicates: 1,
      changed: 0,
      removed: 1,
      settled: 1,
    });
    assert.equal(receipt?.undoneAt, null);
    assert.equal(readReceipt(stage.ledger, 'none'), undefined);
  });

  test('cannot be altered or shortened, and goes with its connection', (t) => {
    const stage = pageStage(t);
    stage.sync({ booked: [coffee] });
    const { db } = stage.ledger;
    assert.throws(() => db.exec('UPDATE receipt_entries SET inserted = 9'), /append-only/);
    assert.throws(() => db.exec('DELETE FROM receipt_entries'), /append-only/);
    forgetConnection(stage.ledger, 'c1');
    assert.deepEqual(query(stage.ledger, 'SELECT * FROM receipts_v1'), []);
    assert.deepEqual(query(stage.ledger, 'SELECT * FROM receipt_entries'), []);
  });

  test('of an older ledger is told from its pages, as far as they know', (t) => {
    const file = path.join(temporaryFolder(t), 'passbook.sqlite');
    const old = openLedger(file, nowIso, allMigrations.slice(0, 14));
    assert.ok(old.ok);
    old.value.db.exec(`
      INSERT INTO connections VALUES (1, 'c1', 'live', '', '', '', '', '', '', 'active', NULL, NULL, NULL, '', '');
      INSERT INTO accounts VALUES (1, 1, 'acc', 'account', 'Everyday', 'GBP', NULL, '{}', '', '');
      INSERT INTO jobs (ref, id, requested_by, attended, status, owner_host, owner_pid, heartbeat_at, started_at)
        VALUES (1, 'j1', 'user', 1, 'completed', 'h', 1, '', '');
      INSERT INTO raw_pages VALUES (1, 1, 1, 'transactions', '2026-01-01', '2026-01-31', '2026-01-02', 200, 2, x'00'),
        (2, 1, 1, 'pending', NULL, NULL, '2026-01-03', 200, 2, x'00');
      INSERT INTO coverage VALUES (1, 1, 1, 1, '2026-01-01', '2026-01-31', 'answered', NULL, 5, '2026-01-02', ''),
        (2, 1, 1, NULL, '2020-01-01', '2025-12-31', 'refused', 'range-refused', 0, '2026-01-02', '');
      INSERT INTO transactions (ref, account_ref, identity_key, status, date, timestamp_utc, amount_minor, currency,
          description, category, classification_json, transaction_id, is_edge, first_seen_at, updated_at,
          first_page_ref, last_page_ref)
        VALUES (1, 1, 'n:1', 'booked', '2026-01-03', '', -1, 'GBP', 'A', 'P', '[]', '', 0, '', '', 1, 1);
      INSERT INTO transaction_changes (transaction_ref, kind, reason, fields_json, at, job_ref, raw_page_ref)
        VALUES (1, 'amended', 'normalised-id', '{}', '', 1, 1);`);
    old.value.close();
    const opened = openLedger(file, nowIso);
    assert.ok(opened.ok);
    t.after(() => opened.value.close());
    const told = readReceipt(opened.value, 'j1')?.entries.map((entry) => [
      entry.kind,
      entry.returned,
      entry.inserted,
      entry.duplicates,
      entry.changed,
    ]);
    assert.deepEqual(told, [
      ['transactions', 5, 1, 3, 1],
      ['pending', null, 0, null, 0],
      ['refused', null, 0, null, 0],
    ]);
  });

  test('lies beside the timeline, which is kept with the end of the job', (t) => {
    const stage = pageStage(t);
    const jobId = stage.sync({ booked: [] });
    assert.equal(readTimeline(stage.ledger, jobId), null);
    assert.equal(readTimeline(stage.ledger, 'none'), undefined);
    const end = { jobId, status: 'completed', progress: initialProgress(jobId), accounts: [] } as const;
    finishJob(stage.ledger, { ...end, performance: null, timeline: timelineSample }, nowIso);
    assert.deepEqual(readTimeline(stage.ledger, jobId), timelineSample);
  });
});
