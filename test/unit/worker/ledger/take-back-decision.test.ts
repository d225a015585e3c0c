import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { annotateTransactions } from '../../../../src-worker/ledger/overlay/annotate-transactions.ts';
import type { Ledger } from '../../../../src-worker/ledger/open-ledger.ts';
import { decideSettlement } from '../../../../src-worker/ledger/settlements.ts';
import { takeBackDecision } from '../../../../src-worker/ledger/take-back-decision.ts';
import { bankRow } from '../../../support/bank-rows.ts';
import { accountIn, answered, nowIso, query, temporaryLedger } from '../../../support/ledger-fixture.ts';

const held = bankRow({ amountMinor: -1000, description: 'LA CUCINA' });
const petrol = bankRow({ amountMinor: -1000, description: 'SHELL PETROL' });
const kinds = [held, petrol, bankRow(), bankRow({ description: 'CORNER SHOP LONDON', normalisedId: 'n' })];

/**
 * Every table but the history, and the notes that say which rows of a list to look at again. Of the index of words,
 * what it says and not how it is kept.
 */
function wholeOf(ledger: Ledger): readonly unknown[] {
  const tables = ledger.db
    .prepare<[], string>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
       AND name NOT IN ('transaction_changes', 'list_changes') AND name NOT LIKE 'transaction_words_%' ORDER BY name`,
    )
    .pluck()
    .all();
  ledger.db.exec(
    'CREATE VIRTUAL TABLE IF NOT EXISTS temp.said_words USING fts5vocab(main, transaction_words, instance)',
  );
  return [...tables, 'said_words'].map((name) => [name, ledger.db.prepare(`SELECT * FROM "${name}"`).all()]);
}

const linksOf = (ledger: Ledger): readonly number[] =>
  ledger.db.prepare<[], number>('SELECT ref FROM transactions WHERE became_ref IS NOT NULL').pluck().all();

/** A pending row that is gone, and a booked one with another text: a doubtful link. */
function inDoubt(t: TestContext) {
  const ledger = temporaryLedger(t);
  const account = accountIn(ledger);
  const pending = (...rows: readonly (typeof held)[]) => {
    const { range: _, ...answer } = answered(rows);
    account.storePending(answer);
  };
  const booked = (...rows: readonly (typeof held)[]) => account.storeWindow(answered(rows));
  pending(held);
  booked(petrol);
  pending();
  const decide = (verdict: 'confirmed' | 'undone') => decideSettlement(ledger, 1, verdict, nowIso);
  return { ledger, pending, booked, decide, takeBack: () => takeBackDecision(ledger, 1, nowIso) };
}

describe('a decision about a match', () => {
  test('taken back leaves the ledger as it was, whatever was there, but for two lines of history', (t) => {
    const ledger = temporaryLedger(t);
    const account = accountIn(ledger);
    const rows = fc.array(fc.constantFrom(...kinds), { maxLength: 4 });
    const step = fc.record({
      pending: fc.option(rows, { nil: undefined }),
      booked: fc.option(rows, { nil: undefined }),
      note: fc.nat(5),
      decide: fc.constantFrom('confirmed', 'undone', null),
    });
    let tried = 0;
    const takesBack = (ref: number, verdict: 'confirmed' | 'undone'): void => {
      const said = `SELECT became_confidence = 'confirmed' AS done FROM transactions WHERE ref = ${ref}`;
      // Confirmed already: saying so again decides nothing.
      if (verdict === 'confirmed' && (query(ledger, said)[0] as { done: number }).done === 1) return;
      const before = wholeOf(ledger);
      const lines = (): number => query(ledger, 'SELECT 1 FROM transaction_changes').length;
      const linesBefore = lines();
      assert.equal(decideSettlement(ledger, ref, verdict, nowIso), true);
      assert.notDeepEqual(wholeOf(ledger), before, 'deciding does something');
      assert.equal(takeBackDecision(ledger, ref, nowIso), 'taken-back');
      assert.deepEqual(wholeOf(ledger), before);
      assert.equal(lines(), linesBefore + 2);
      tried += 1;
    };
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        ledger.db.exec('BEGIN');
        try {
          for (const { pending, booked, note, decide } of steps) {
            if (booked !== undefined) account.storeWindow(answered(booked));
            if (pending !== undefined) {
              const { range: _, ...answer } = answered(pending);
              account.storePending(answer);
            }
            annotateTransactions(ledger, [note], { note: `note ${note}`, is_hidden: note > 3 }, nowIso);
            for (const ref of linksOf(ledger))
              for (const verdict of ['confirmed', 'undone'] as const) takesBack(ref, verdict);
            const [first] = linksOf(ledger);
            if (decide !== null && first !== undefined) decideSettlement(ledger, first, decide, nowIso);
          }
        } finally {
          ledger.db.exec('ROLLBACK');
        }
      }),
      { numRuns: 30 },
    );
    assert.ok(tried > 20, `${tried} decisions were tried`);
  });

  test('can be taken back when another was made before, which then stands again', (t) => {
    const { ledger, decide, takeBack } = inDoubt(t);
    decide('confirmed');
    decide('undone');
    assert.equal(takeBack(), 'taken-back');
    assert.deepEqual(query(ledger, 'SELECT verdict FROM settlement_verdicts'), [{ verdict: 'confirmed' }]);
    assert.deepEqual(
      query(ledger, 'SELECT kind, reason, confidence, job_id FROM transaction_changes_v1').at(-1),
      { kind: 'settled', reason: 'taken-back-by-user', confidence: 'confirmed', job_id: null },
    );
  });

  test('cannot be taken back where none was made, nor twice', (t) => {
    const { ledger, decide, takeBack } = inDoubt(t);
    assert.equal(takeBack(), 'never-decided');
    decide('undone');
    assert.equal(takeBack(), 'taken-back');
    assert.equal(takeBack(), 'never-decided');
    assert.equal(takeBackDecision(ledger, 99, nowIso), 'never-decided');
  });

  test('cannot be taken back once the bank has sent more about one of the two', (t) => {
    const { ledger, booked, decide, takeBack } = inDoubt(t);
    decide('undone');
    booked(petrol, held);
    assert.equal(linksOf(ledger).length, 1, 'it became another one');
    const before = wholeOf(ledger);
    assert.equal(takeBack(), 'overtaken');
    assert.deepEqual(wholeOf(ledger), before);
  });

  test('cannot be taken back once the booked row is gone', (t) => {
    const { booked, decide, takeBack } = inDoubt(t);
    decide('undone');
    booked();
    assert.equal(takeBack(), 'overtaken');
  });

  test('of an older Passbook, which did not keep what was before, stands', (t) => {
    const { ledger, decide, takeBack } = inDoubt(t);
    decide('undone');
    ledger.db.exec('UPDATE settlement_verdicts SET before_json = NULL');
    assert.equal(takeBack(), 'overtaken');
  });
});
