import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failed, succeeded } from '#shared/result.ts';
import type { SettlementRow } from '#shared/settlement.ts';
import { decideReview, review, takeBackReview } from '../../../../src-main/terminal/commands/review.ts';
import { fakeLedgerThread, type FakeLedgerAnswers } from '../../../support/terminal/fake-ledger-thread.ts';
import { fakeParts } from '../../../support/terminal/fake-parts.ts';
import { fakeSurroundings } from '../../../support/terminal/fake-surroundings.ts';
import { testContext } from '../../../support/terminal/test-context.ts';

const tip: SettlementRow = {
  id: 7,
  booked_id: 9,
  account_id: 'acc',
  confidence: 'doubtful',
  reason: 'other-amount',
  verdict: null,
  currency: 'GBP',
  pending_date: '2026-01-10',
  pending_amount_minor: -1000,
  pending_description: 'LA CUCINA',
  booked_date: '2026-01-12',
  booked_amount_minor: -1450,
  booked_description: 'LA CUCINA LONDON',
};

function at(answers: FakeLedgerAnswers, json = false) {
  const ledger = fakeLedgerThread(answers);
  const terminal = fakeSurroundings();
  const context = testContext(terminal, { json, parts: fakeParts({ createLedger: () => ledger }) });
  return { ledger, terminal, context };
}

describe('passbook review', () => {
  test('shows both rows of a doubtful match and how to decide', async () => {
    const { terminal, context, ledger } = at({ 'list-settlements': () => succeeded([tip]) });
    assert.equal(await review(context, {}), 0);
    assert.match(
      terminal.out(),
      /7 {2}2026-01-10 +-10\.00 GBP {2}LA CUCINA -> LA CUCINA LONDON {2}2026-01-12 +-14\.50 GBP/,
    );
    assert.match(terminal.out(), /the same text, another amount \(doubtful\)/);
    assert.match(terminal.out(), /review confirm ID/);
    assert.ok(ledger.tasks.some((task) => task.kind === 'list-settlements' && task.which === 'doubtful'));
  });

  test('says so when there is nothing in doubt', async () => {
    const { terminal, context } = at({ 'list-settlements': () => succeeded([]) });
    assert.equal(await review(context, {}), 0);
    assert.match(terminal.out(), /Nothing to review/);
  });

  test('prints an object a match with --json, and nothing else', async () => {
    const { terminal, context } = at({ 'list-settlements': () => succeeded([tip]) }, true);
    assert.equal(await review(context, { all: true }), 0);
    assert.deepEqual(JSON.parse(terminal.out()), tip);
  });

  test('passes the verdict on and says what it means', async () => {
    const { terminal, context, ledger } = at({ 'decide-settlement': () => succeeded(null) });
    assert.equal(await decideReview(context, 7, 'undone'), 0);
    assert.match(terminal.out(), /will not be linked again/);
    const task = ledger.tasks.find(({ kind }) => kind === 'decide-settlement');
    assert.ok(task?.kind === 'decide-settlement');
    assert.deepEqual([task.pendingId, task.verdict], [7, 'undone']);
  });

  test('lists what was decided with --decided, and how to take it back', async () => {
    const { terminal, context, ledger } = at({
      'list-settlements': () => succeeded([{ ...tip, verdict: 'undone' }]),
    });
    assert.equal(await review(context, { decided: true }), 0);
    assert.match(terminal.out(), /another amount \(undone\)[\s\S]*review take-back ID/);
    assert.ok(ledger.tasks.some((task) => task.kind === 'list-settlements' && task.which === 'decided'));
  });

  test('takes a decision back, or says that it is too late', async () => {
    const done = at({ 'take-back-decision': () => succeeded(null) });
    assert.equal(await takeBackReview(done.context, 7), 0);
    assert.match(done.terminal.out(), /Taken back: 7 is as it was/);
    const late = at({ 'take-back-decision': () => failed({ kind: 'decision-overtaken' }) });
    assert.equal(await takeBackReview(late.context, 7), 1);
    assert.match(late.terminal.err(), /cannot be taken back any more/);
  });

  test('an id without a match is a sentence and exit code 2', async () => {
    const { terminal, context } = at({
      'decide-settlement': () => failed({ kind: 'not-found', what: 'match', id: '8' }),
    });
    assert.equal(await decideReview(context, 8, 'confirmed'), 2);
    assert.match(terminal.err(), /no match "8".*passbook review --all/s);
  });
});
