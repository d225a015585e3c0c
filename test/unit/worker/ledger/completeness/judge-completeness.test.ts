import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { AccountCompleteness, Verdict } from '#shared/completeness.ts';
import { accountsOf } from '../../../../../src-worker/ledger/accounts-of.ts';
import { setAccountSign } from '../../../../../src-worker/ledger/account-sign.ts';
import { judgeCompleteness } from '../../../../../src-worker/ledger/completeness/judge-completeness.ts';
import type { Ledger } from '../../../../../src-worker/ledger/open-ledger.ts';
import { saveDiscovery } from '../../../../../src-worker/ledger/save-discovery.ts';
import { bankRow } from '../../../../support/bank-rows.ts';
import { accountIn, answered, temporaryLedger } from '../../../../support/ledger-fixture.ts';

const at = (day: number): string => `2026-01-${String(day).padStart(2, '0')}T10:00:00.000Z`;
const on = (day: number): string => at(day).slice(0, 10);

/** An account that is asked for January up to a day, then for its balance. */
function stage(t: TestContext) {
  const ledger = temporaryLedger(t);
  const account = accountIn(ledger);
  return {
    ledger,
    account,
    sync(
      day: number,
      balanceMinor: number,
      rows: readonly (readonly [day: number, amountMinor: number])[],
    ): void {
      const sent = rows.map(([rowDay, amountMinor], index) =>
        bankRow({
          normalisedId: `n${String(rowDay)}-${String(index)}`,
          date: on(rowDay),
          timestampUtc: at(rowDay),
          amountMinor,
        }),
      );
      account.storeWindow({ ...answered(sent, { from: on(1), to: on(day) }), askedAtIso: at(day) });
      account.storeBalance(
        {
          currency: 'GBP',
          currentMinor: balanceMinor,
          availableMinor: null,
          overdraftMinor: null,
          creditLimitMinor: null,
          bankUpdatedAtUtc: null,
        },
        at(day),
      );
    },
  };
}

function judged(ledger: Ledger): AccountCompleteness {
  const [account] = judgeCompleteness(ledger, 'acc', at(20));
  assert.ok(account !== undefined);
  return account;
}
const unexplained = (verdict: Verdict): readonly number[] =>
  verdict.kind === 'unexplained' ? verdict.gaps.map(({ amountMinor }) => amountMinor) : [];

/** As the user says it of the row with this amount. */
const say = ({ db }: Ledger, amountMinor: number, column: 'is_hidden' | 'is_flipped'): void => {
  db.prepare(
    `INSERT INTO overlays (transaction_ref, ${column}, created_at, updated_at)
     SELECT ref, 1, 'now', 'now' FROM transactions WHERE amount_minor = ?`,
  ).run(amountMinor);
};

describe('completeness, read out of a ledger', () => {
  test('rows between two balances, amended and removed ones too, make up the difference', (t) => {
    const { ledger, sync } = stage(t);
    sync(5, 1000, [
      [2, -100],
      [3, -50],
    ]);
    sync(12, 870, [
      [2, -100],
      [3, -80],
      [8, -100],
    ]);
    sync(18, 970, [
      [2, -100],
      [3, -80],
    ]);
    const { verdict, booked, spans } = judged(ledger);
    assert.deepEqual(verdict, { kind: 'complete', from: on(5), to: on(18), by: ['balances'] });
    assert.equal(booked, 2);
    assert.deepEqual(
      spans.map(({ from, to, outcome, rows }) => [from, to, outcome, rows]),
      [
        [on(1), on(18), 'answered', 2],
        [on(19), on(20), 'never-asked', 0],
      ],
    );
  });

  test('a clock that goes back between two syncs does not make a balance older than itself', (t) => {
    const { ledger, sync } = stage(t);
    sync(5, 1000, [[2, -100]]);
    sync(12, 900, [
      [2, -100],
      [11, -100],
    ]);
    sync(9, 900, [[2, -100]]);
    assert.deepEqual(judged(ledger).verdict, { kind: 'complete', from: on(5), to: on(12), by: ['balances'] });
  });

  test('a row that the user hides still counts: the bank counted it', (t) => {
    const { ledger, sync } = stage(t);
    sync(5, 1000, []);
    sync(12, 900, [[8, -100]]);
    say(ledger, -100, 'is_hidden');
    assert.equal(judged(ledger).verdict.kind, 'complete');
  });

  test('a sign that the user turned explains what the sent one does not, and spoils nothing where that did', (t) => {
    const wrong = stage(t);
    wrong.sync(5, 1000, []);
    wrong.sync(12, 1100, [[8, -100]]);
    assert.deepEqual(unexplained(judged(wrong.ledger).verdict), [200]);
    say(wrong.ledger, -100, 'is_flipped');
    assert.equal(judged(wrong.ledger).verdict.kind, 'complete');

    const right = stage(t);
    right.sync(5, 1000, []);
    right.sync(12, 900, [[8, -100]]);
    say(right.ledger, -100, 'is_flipped');
    assert.equal(judged(right.ledger).verdict.kind, 'complete');
  });

  test('signs turned for the whole account are turned in its past as well', (t) => {
    const { ledger, sync } = stage(t);
    sync(5, 1000, [[2, -100]]);
    sync(12, 1100, [
      [2, -150],
      [8, -50],
    ]);
    assert.deepEqual(unexplained(judged(ledger).verdict), [200]);
    setAccountSign(ledger, 'acc', 'reversed', at(13));
    assert.equal(judged(ledger).verdict.kind, 'complete');
  });

  test('a refusal is shown with its reason, and rows of another currency are left out of the sums', (t) => {
    const { ledger, account, sync } = stage(t);
    sync(5, 1000, []);
    account.storeRefusal({ from: '2025-12-01', to: '2025-12-31' }, 'old-history-refused', at(5));
    const dollars = bankRow({ normalisedId: 'usd', date: on(8), amountMinor: -700, currency: 'USD' });
    account.storeWindow({ ...answered([dollars], { from: on(6), to: on(9) }), askedAtIso: at(9) });
    sync(5, 1000, []);
    const { verdict, spans } = judged(ledger);
    assert.notEqual(verdict.kind, 'unexplained');
    assert.deepEqual([spans[0]?.outcome, spans[0]?.reason], ['refused', 'old-history-refused']);
  });

  test('a pending row is no part of a balance', (t) => {
    const { ledger, account, sync } = stage(t);
    sync(5, 1000, []);
    const { range: _, ...pending } = answered([
      bankRow({ normalisedId: 'p', date: on(8), amountMinor: -30 }),
    ]);
    account.storePending({ ...pending, askedAtIso: at(9) });
    sync(12, 1000, []);
    const { verdict, pending: waiting, booked } = judged(ledger);
    assert.deepEqual([verdict.kind, waiting, booked], ['complete', 1, 0]);
  });

  test('an account that the last discovery did not name is no longer listed', (t) => {
    const ledger = temporaryLedger(t);
    const { jobId } = accountIn(ledger, ['acc', 'other']);
    const accounts = accountsOf(ledger.db, 1).filter(({ accountId }) => accountId === 'other');
    saveDiscovery(ledger, { connectionId: 'c1', jobId, consent: null, accounts, nowIso: at(25) });
    assert.deepEqual(
      judgeCompleteness(ledger, undefined, at(26)).map((each) => [
        each.accountId,
        each.isListed,
        each.emptyBecause,
      ]),
      [
        ['acc', false, 'no-longer-listed'],
        ['other', true, 'never-asked'],
      ],
    );
  });

  test('an account that nobody has is an empty list', (t) => {
    assert.deepEqual(judgeCompleteness(stage(t).ledger, 'nobody', at(20)), []);
  });
});
