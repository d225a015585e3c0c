import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { UndoReport } from '#shared/restatement.ts';
import { annotateTransactions } from '../../../../../src-worker/ledger/overlay/annotate-transactions.ts';
import { decideSettlement } from '../../../../../src-worker/ledger/settlements.ts';
import { undoJob } from '../../../../../src-worker/ledger/undo/undo-job.ts';
import { decodePage } from '../../../../../src-worker/source/decode-rows.ts';
import { january, query, startJob } from '../../../../support/ledger-fixture.ts';
import { type PageStage, pageStage } from '../../../../support/page-stage.ts';

const coffee = ['2026-01-10', -4.2, 'CORNER SHOP', 'n1'] as const;
const rent = ['2026-01-01', -900, 'RENT', 'n2'] as const;

function undo(stage: PageStage, jobId: string, apply = true): UndoReport {
  const done = undoJob(stage.ledger, { jobId, apply, nowIso: stage.laterIso() }, decodePage);
  assert.ok(done.ok, done.ok ? '' : done.failure.kind);
  return done.value;
}

const totals = (report: UndoReport) => {
  const { added, changed, removed, relinked } = report.totals;
  return { added, changed, removed, relinked, kept: report.kept };
};

describe('undoing a sync', () => {
  test('says what it would take back and changes nothing before it is told to', (t) => {
    const stage = pageStage(t);
    const jobId = stage.sync({ booked: [coffee, rent] });
    const tables = ['transactions', 'transaction_changes', 'coverage', 'receipt_entries', 'jobs'];
    const all = () => tables.map((table) => query(stage.ledger, `SELECT * FROM ${table}`));
    const before = all();
    const report = undo(stage, jobId, false);
    assert.deepEqual(all(), before);
    assert.equal(report.isApplied, false);
    assert.deepEqual(totals(report), { added: 0, changed: 0, removed: 2, relinked: 0, kept: 0 });
    assert.equal(report.daysToAsk, 31);
    assert.deepEqual(
      report.examples.map(({ kind, date, amountMinor }) => [kind, date, amountMinor]),
      [
        ['removed', '2026-01-10', -420],
        ['removed', '2026-01-01', -90_000],
      ],
    );
  });

  test('takes its rows back with the reason, keeps them in the file, and the days count as never asked', (t) => {
    const stage = pageStage(t);
    const jobId = stage.sync({ booked: [coffee], refused: { from: '2020-01-01', to: '2025-12-31' } });
    undo(stage, jobId);
    assert.deepEqual(stage.rows(), []);
    assert.deepEqual(query(stage.ledger, 'SELECT removed_reason AS r FROM transactions'), [{ r: 'undone' }]);
    assert.deepEqual(query(stage.ledger, 'SELECT * FROM coverage'), []);
    assert.deepEqual(query(stage.ledger, 'SELECT kind, reason, job_id FROM transaction_changes_v1'), [
      { kind: 'undone', reason: 'taken-back', job_id: jobId },
    ]);
    assert.deepEqual(query(stage.ledger, `SELECT changed, removed FROM receipts_v1 WHERE kind = 'undone'`), [
      { changed: 0, removed: 1 },
    ]);
  });

  test('what the user said of a row stays, and is there again when a later sync brings the row', (t) => {
    const stage = pageStage(t);
    const jobId = stage.sync({ booked: [coffee] });
    const change = { note: 'with Ada' };
    annotateTransactions(stage.ledger, [1], change, stage.laterIso());
    undo(stage, jobId);
    assert.deepEqual(query(stage.ledger, 'SELECT id, note FROM transactions_v1'), []);
    stage.sync({ booked: [coffee] });
    assert.deepEqual(query(stage.ledger, 'SELECT id, note FROM transactions_v1'), [
      { id: 1, note: 'with Ada' },
    ]);
  });

  test('puts back what it changed and restores what it removed', (t) => {
    const stage = pageStage(t);
    stage.sync({ booked: [coffee, rent] });
    const jobId = stage.sync({ booked: [['2026-01-11', -5, 'CORNER SHOP LTD', 'n1']] });
    assert.deepEqual(stage.rows(), ['2026-01-11 -500 CORNER SHOP LTD']);
    const report = undo(stage, jobId);
    assert.deepEqual(totals(report), { added: 1, changed: 1, removed: 0, relinked: 0, kept: 0 });
    assert.deepEqual(stage.rows(), ['2026-01-01 -90000 RENT', '2026-01-10 -420 CORNER SHOP']);
    assert.deepEqual(
      query(
        stage.ledger,
        `SELECT fields_json ->> '$.amountMinor' AS amount FROM transaction_changes_v1
         WHERE kind = 'undone' AND reason = 'put-back'`,
      ),
      [{ amount: '[-500,-420]' }],
    );
  });

  test('takes back what it said a pending row became', (t) => {
    const stage = pageStage(t);
    stage.sync({ booked: [], pending: [['2026-01-10', -4.2, 'CORNER SHOP', 'p']] });
    const jobId = stage.sync({ booked: [['2026-01-10', -4.2, 'CORNER SHOP', 'p']], pending: [] });
    assert.deepEqual(stage.rows(), ['2026-01-10 -420 CORNER SHOP']);
    const report = undo(stage, jobId);
    assert.deepEqual(totals(report), { added: 0, changed: 0, removed: 1, relinked: 1, kept: 0 });
    assert.deepEqual(stage.rows(), ['2026-01-10 -420 CORNER SHOP pending']);
  });

  test('a link the user has confirmed stands', (t) => {
    const stage = pageStage(t);
    stage.sync({ booked: [], pending: [['2026-01-10', -4.2, 'CORNER SHOP', 'p']] });
    const jobId = stage.sync({ booked: [['2026-01-10', -4.2, 'CORNER SHOP', 'p']], pending: [] });
    decideSettlement(stage.ledger, 1, 'confirmed', stage.laterIso());
    undo(stage, jobId);
    assert.deepEqual(
      query(stage.ledger, 'SELECT became_confidence AS c FROM transactions WHERE became_ref IS NOT NULL'),
      [{ c: 'confirmed' }],
    );
  });

  test('what a later sync brought or changed too stays as that one left it, and is said', (t) => {
    const stage = pageStage(t);
    const jobId = stage.sync({ booked: [rent, coffee] });
    const days = { from: '2026-01-08', to: '2026-01-20' };
    stage.sync({ days, booked: [['2026-01-10', -5.2, 'CORNER SHOP', 'n1']] });
    const report = undo(stage, jobId);
    assert.deepEqual(totals(report), { added: 0, changed: 0, removed: 1, relinked: 0, kept: 1 });
    assert.deepEqual(stage.rows(), ['2026-01-10 -520 CORNER SHOP']);
    assert.deepEqual(query(stage.ledger, `SELECT from_day AS f, to_day AS t FROM coverage`), [
      { f: '2026-01-08', t: '2026-01-20' },
    ]);
  });

  test('two syncs that both brought a row, both undone, leave none', (t) => {
    const stage = pageStage(t);
    const jobs = [stage.sync({ booked: [coffee] }), stage.sync({ booked: [coffee] })];
    assert.deepEqual(
      jobs.map((jobId) => undo(stage, jobId).totals.removed),
      [0, 1],
    );
    assert.deepEqual(stage.rows(), []);
  });

  test('days an earlier sync was answered for are asked again too: what it left is no longer what was seen last', (t) => {
    const stage = pageStage(t);
    stage.sync({ booked: [coffee] });
    const days = { from: '2026-01-05', to: '2026-01-15' };
    const jobId = stage.sync({ days, booked: [] });
    const report = undo(stage, jobId);
    assert.equal(report.daysToAsk, 11);
    assert.deepEqual(
      query(stage.ledger, `SELECT from_day AS "from", to_day AS "to" FROM coverage ORDER BY 1`),
      [
        { from: january.from, to: '2026-01-04' },
        { from: '2026-01-16', to: january.to },
      ],
    );
    assert.deepEqual(stage.rows(), ['2026-01-10 -420 CORNER SHOP']);
  });

  test('refuses a job there is not, one that runs, and one that was undone', (t) => {
    const stage = pageStage(t);
    const jobId = stage.sync({ booked: [coffee] });
    const running = startJob(stage.ledger);
    undo(stage, jobId);
    const kinds = ['none', running, jobId].map((id) => {
      const refused = undoJob(stage.ledger, { jobId: id, apply: true, nowIso: stage.laterIso() }, decodePage);
      return refused.ok ? 'done' : refused.failure.kind;
    });
    assert.deepEqual(kinds, ['not-found', 'job-running', 'job-undone']);
  });
});
