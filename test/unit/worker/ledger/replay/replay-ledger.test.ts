import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ReplayReport } from '#shared/restatement.ts';
import { setAccountSign } from '../../../../../src-worker/ledger/account-sign.ts';
import { annotateTransactions } from '../../../../../src-worker/ledger/overlay/annotate-transactions.ts';
import { replayLedger } from '../../../../../src-worker/ledger/replay/replay-ledger.ts';
import type { DecodePage } from '../../../../../src-worker/ledger/replay/replay-pages.ts';
import { decideSettlement } from '../../../../../src-worker/ledger/settlements.ts';
import { takeBackDecision } from '../../../../../src-worker/ledger/take-back-decision.ts';
import { undoJob } from '../../../../../src-worker/ledger/undo/undo-job.ts';
import { decodePage } from '../../../../../src-worker/source/decode-rows.ts';
import { query } from '../../../../support/ledger-fixture.ts';
import { type PageStage, pageStage, type SentRow } from '../../../../support/page-stage.ts';

const coffee: SentRow = ['2026-01-10', -4.2, 'CORNER SHOP'];
const rent: SentRow = ['2026-01-01', -900, 'RENT', 'n2'];
const held: SentRow = ['2026-01-18', -10, 'LA CUCINA'];
const nothing = { added: 0, changed: 0, removed: 0, relinked: 0, refreshed: 0 };

/** Bookings, an amendment, a removal, twins, and a pending row that settles with a tip. */
function lively(stage: PageStage): void {
  stage.sync({ booked: [coffee, coffee, rent], pending: [held] });
  stage.sync({ booked: [coffee, rent], pending: [held] });
  stage.sync({
    booked: [coffee, ['2026-01-02', -905, 'RENT', 'n2'], ['2026-01-19', -11.25, 'LA CUCINA']],
    pending: [],
  });
}

function replay(stage: PageStage, apply: boolean, decode: DecodePage = decodePage): ReplayReport {
  const done = replayLedger(stage.ledger, { apply, nowIso: stage.laterIso() }, decode);
  assert.ok(done.ok);
  return done.value;
}

/** A decoder of another version: it reads descriptions in small letters. */
const lowerCase: DecodePage = (body, owner) => {
  const page = decodePage(body, owner);
  const rows = page?.rows.map((row) => ({ ...row, description: row.description.toLowerCase() }));
  return page === null ? null : { ...page, rows: rows ?? [] };
};

const wholeTable = (stage: PageStage) => query(stage.ledger, 'SELECT * FROM transactions ORDER BY ref');

describe('replay', () => {
  test('of the same pages by the same matcher changes nothing, applied or not', (t) => {
    const stage = pageStage(t);
    lively(stage);
    const before = wholeTable(stage);
    for (const apply of [false, true]) {
      const report = replay(stage, apply);
      assert.deepEqual([report.totals, report.same, report.pages], [nothing, 3, 6]);
      assert.deepEqual(wholeTable(stage), before);
    }
  });

  test('shows what another decoder reads, and makes it so when told: the rows keep their numbers and notes', (t) => {
    const stage = pageStage(t);
    lively(stage);
    annotateTransactions(stage.ledger, [2], { note: 'with Ada' }, stage.laterIso());
    const before = wholeTable(stage);
    const shown = replay(stage, false, lowerCase);
    assert.deepEqual(shown.totals, { ...nothing, changed: 3, refreshed: 2 });
    assert.deepEqual(wholeTable(stage), before);
    const example = shown.examples.find(({ id }) => id === 2);
    assert.deepEqual(example?.fields, { description: ['CORNER SHOP', 'corner shop'] });

    const done = replay(stage, true, lowerCase);
    assert.deepEqual(done, { ...shown, isApplied: true });
    assert.deepEqual(
      query(stage.ledger, 'SELECT id, description AS d, note FROM transactions_v1 ORDER BY id'),
      [
        { id: 1, d: 'rent', note: null },
        { id: 2, d: 'corner shop', note: 'with Ada' },
        { id: 5, d: 'la cucina', note: null },
      ],
    );
    const told = `SELECT reason, job_id, count(*) AS rows FROM transaction_changes_v1 WHERE kind = 'replayed' GROUP BY 1, 2`;
    assert.deepEqual(query(stage.ledger, told), [{ reason: 'put-back', job_id: null, rows: 3 }]);
    assert.deepEqual(replay(stage, false, lowerCase).totals, nothing);
    stage.sync({ booked: [coffee, ['2026-01-02', -905, 'RENT', 'n2'], ['2026-01-19', -11.25, 'LA CUCINA']] });
    assert.equal(stage.rows().length, 3, 'the next sync knows the rows again');
  });

  test('brings back rows the ledger has lost, under the numbers they had, links included', (t) => {
    const stage = pageStage(t);
    lively(stage);
    decideSettlement(stage.ledger, 4, 'confirmed', stage.laterIso());
    const content = `SELECT ref, identity_key, status, date, amount_minor, description, removed_at, removed_reason, became_ref,
      became_confidence, first_page_ref, first_seen_at FROM transactions ORDER BY ref`;
    const before = query(stage.ledger, content);
    stage.ledger.db.pragma('foreign_keys = OFF');
    stage.ledger.db.exec('DROP TRIGGER transaction_changes_stay; DELETE FROM transactions');
    const report = replay(stage, true);
    assert.deepEqual(report.totals, { ...nothing, added: 3, refreshed: 2 });
    assert.deepEqual(query(stage.ledger, content), before);
    assert.deepEqual(replay(stage, false).totals, nothing);
  });

  test('knows what the user decided between two pages', (t) => {
    const stage = pageStage(t);
    lively(stage);
    decideSettlement(stage.ledger, 4, 'undone', stage.laterIso());
    stage.sync({ booked: [coffee], days: { from: '2026-01-10', to: '2026-01-10' }, pending: [held] });
    assert.deepEqual(replay(stage, false).totals, nothing);
  });

  test('knows what the user took back between two pages', (t) => {
    const stage = pageStage(t);
    lively(stage);
    decideSettlement(stage.ledger, 4, 'undone', stage.laterIso());
    assert.equal(takeBackDecision(stage.ledger, 4, stage.laterIso()), 'taken-back');
    assert.deepEqual(replay(stage, false).totals, nothing, 'before the next page');
    stage.sync({ booked: [coffee], days: { from: '2026-01-10', to: '2026-01-10' }, pending: [held] });
    assert.deepEqual(replay(stage, false).totals, nothing);
  });

  test('reads amounts as the account points now', (t) => {
    const stage = pageStage(t);
    stage.sync({ booked: [coffee, rent] });
    setAccountSign(stage.ledger, 'acc', 'reversed', stage.laterIso());
    assert.deepEqual(replay(stage, false).totals, nothing);
  });

  test('leaves out the pages of undone jobs', (t) => {
    const stage = pageStage(t);
    stage.sync({ booked: [rent] });
    const jobId = stage.sync({ booked: [rent, coffee] });
    assert.ok(undoJob(stage.ledger, { jobId, apply: true, nowIso: stage.laterIso() }, decodePage).ok);
    const report = replay(stage, false);
    assert.deepEqual([report.totals, report.pages], [nothing, 1]);
  });

  test('says what it cannot read, and takes nothing for gone because of that', (t) => {
    const stage = pageStage(t);
    stage.sync({ booked: [rent, coffee] });
    stage.sync({ booked: [rent, coffee] });
    let pages = 0;
    const broken: DecodePage = (body, owner) => ((pages += 1) === 2 ? null : decodePage(body, owner));
    const report = replay(stage, false, broken);
    assert.deepEqual([report.totals, report.unreadable, report.pages], [nothing, 1, 1]);
  });

  test('knows an account by its id, and no other', (t) => {
    const stage = pageStage(t);
    stage.sync({ booked: [rent] });
    const of = (accountId: string) =>
      replayLedger(stage.ledger, { accountId, apply: false, nowIso: stage.laterIso() }, decodePage);
    assert.ok(of('acc').ok);
    assert.deepEqual(of('other'), {
      ok: false,
      failure: { kind: 'not-found', what: 'account', id: 'other' },
    });
  });
});
