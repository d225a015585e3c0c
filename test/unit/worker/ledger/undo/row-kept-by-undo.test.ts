import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotateTransactions } from '../../../../../src-worker/ledger/overlay/annotate-transactions.ts';
import { undoJob } from '../../../../../src-worker/ledger/undo/undo-job.ts';
import { decodePage } from '../../../../../src-worker/source/decode-rows.ts';
import { query } from '../../../../support/ledger-fixture.ts';
import { assertExplained } from '../../../../support/lives/check-history.ts';
import { createLifeLedgers } from '../../../../support/lives/life-ledger.ts';
import type { SyncStep } from '../../../../support/lives/life-step.ts';
import { runLife } from '../../../../support/lives/run-life.ts';
import { type PageStage, pageStage } from '../../../../support/page-stage.ts';

const sync: SyncStep = { do: 'sync', attended: true, faults: [], killedAtCall: 0, meanwhile: null };
/** Writes no ids. */
const accountWithoutIds = 3;

function undo(stage: PageStage, jobId: string): void {
  const done = undoJob(stage.ledger, { jobId, apply: true, nowIso: stage.laterIso() }, decodePage);
  assert.ok(done.ok, done.ok ? '' : done.failure.kind);
  assertExplained(stage.ledger);
}

// Found by `npm run lives -- --count 1200 --seed 501`.
test('a life of two equal syncs, the first undone, an amended row, and that sync undone too, is explained', async () => {
  const ledgers = createLifeLedgers();
  try {
    for (const what of ['text', 'amount', 'date'] as const) {
      const ledger = ledgers.open();
      const between = [
        { do: 'undo', pick: 3 },
        { do: 'amend', pick: 0, what, by: 3 },
      ] as const;
      const steps = [sync, sync, ...between, sync, { do: 'undo', pick: 0 }] as const;
      try {
        await runLife({ seed: 1, account: accountWithoutIds, steps }, ledger);
      } finally {
        ledger.close();
      }
    }
  } finally {
    ledgers.close();
  }
});

test('a row without ids whose first sync is undone keeps its number and note when an amendment is undone as well', (t) => {
  const stage = pageStage(t);
  const first = stage.sync({ booked: [['2026-01-10', -4.2, 'CORNER SHOP']] });
  stage.sync({ booked: [['2026-01-10', -4.2, 'CORNER SHOP']] });
  annotateTransactions(stage.ledger, [1], { note: 'with Ada' }, stage.laterIso());
  undo(stage, first);
  stage.sync({ booked: [['2026-01-10', -4.2, 'CORNER SHOP LTD']] });
  const last = stage.sync({ booked: [['2026-01-10', -5.2, 'CORNER SHOP LTD']] });
  undo(stage, last);
  const shown = 'SELECT id, amount_minor AS amount, description, note FROM transactions_v1';
  assert.deepEqual(query(stage.ledger, shown), [
    { id: 1, amount: -420, description: 'CORNER SHOP LTD', note: 'with Ada' },
  ]);
  stage.sync({ booked: [['2026-01-10', -5.2, 'CORNER SHOP LTD']] });
  assert.deepEqual(query(stage.ledger, shown), [
    { id: 1, amount: -520, description: 'CORNER SHOP LTD', note: 'with Ada' },
  ]);
});

test('a row known to be amended only by the undone sync is two without it: the new one says that it was recovered', (t) => {
  const stage = pageStage(t);
  stage.sync({ booked: [['2026-01-10', -4.2, 'CORNER SHOP', 'old']] });
  const renamed = stage.sync({ booked: [['2026-01-10', -4.2, 'CORNER SHOP', 'new']] });
  const days = { from: '2026-01-14', to: '2026-01-31' };
  stage.sync({ days, booked: [['2026-01-15', -9.9, 'QUITE ANOTHER', 'new']] });
  assert.deepEqual(stage.rows(), ['2026-01-15 -990 QUITE ANOTHER']);
  undo(stage, renamed);
  assert.deepEqual(stage.rows(), ['2026-01-10 -420 CORNER SHOP', '2026-01-15 -990 QUITE ANOTHER']);
  const told =
    'SELECT transaction_id AS id, reason FROM transaction_changes_v1 WHERE job_id = ? ORDER BY transaction_id';
  assert.deepEqual(stage.ledger.db.prepare(told).all(renamed), [
    { id: 1, reason: 'put-back' },
    { id: 2, reason: 'recovered' },
  ]);
  const receipt = `SELECT inserted, changed, removed FROM receipts_v1 WHERE kind = 'undone'`;
  assert.deepEqual(query(stage.ledger, receipt), [{ inserted: 0, changed: 2, removed: 0 }]);

  // The next sync is the bank's truth again, and the row it no longer has is gone.
  stage.sync({ booked: [['2026-01-15', -9.9, 'QUITE ANOTHER', 'new']] });
  assert.deepEqual(stage.rows(), ['2026-01-15 -990 QUITE ANOTHER']);
  assertExplained(stage.ledger);
});
