import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { BankTransaction } from '#shared/bank-rows.ts';
import { bankRow } from '../../../support/bank-rows.ts';
import { accountIn, answered, query, temporaryLedger } from '../../../support/ledger-fixture.ts';

type Wish = Partial<BankTransaction>;

/** An account whose answers are given as wishes; what it shows is what a reader of the views would see. */
function stage(t: TestContext) {
  const ledger = temporaryLedger(t);
  const account = accountIn(ledger);
  const pending = (...rows: readonly Wish[]) => {
    const { range: _, ...answer } = answered(rows.map(bankRow));
    return account.storePending(answer);
  };
  const halfRead = (...rows: readonly Wish[]) => {
    const { range: _, ...answer } = answered(rows.map(bankRow));
    return account.storePending({ ...answer, rejectedRows: 1 });
  };
  const booked = (...rows: readonly Wish[]) => account.storeWindow(answered(rows.map(bankRow)));
  const live = () =>
    query(
      ledger,
      `SELECT status || ' ' || amount_minor AS row FROM transactions_v1 ORDER BY status, amount_minor`,
    ).map((row) => (row as { row: string }).row);
  const link = () =>
    query(
      ledger,
      `SELECT became_confidence AS confidence, became_reason AS reason FROM transactions WHERE became_ref IS NOT NULL`,
    ).map((row) => ({ ...(row as object) }));
  const history = () =>
    query(ledger, 'SELECT kind, reason FROM transaction_changes_v1 ORDER BY id').map((row) => {
      const { kind, reason } = row as { kind: string; reason: string };
      return `${kind} ${reason}`;
    });
  return { ledger, pending, halfRead, booked, live, link, history };
}

const hold = { amountMinor: -1000, normalisedId: 'old', description: 'LA CUCINA LONDON' };
const likely = (reason: string) => [{ confidence: 'likely', reason }];

describe('a pending row that is booked under new ids', () => {
  const ways: readonly (readonly [name: string, as: Wish, link: readonly object[]])[] = [
    ['at the same amount', {}, likely('same-amount')],
    ['with a tip', { amountMinor: -1125 }, likely('tip')],
    ['three days later', { date: '2026-01-13' }, likely('same-amount')],
    ['for less than was held', { amountMinor: -640 }, likely('hold')],
    ['at another exchange rate', { amountMinor: -1010 }, likely('nearly-same-amount')],
    ['under a longer text', { description: 'LA CUCINA LONDON GB ON 09 JAN' }, likely('same-amount')],
  ];
  for (const [name, as, link] of ways) {
    test(`${name} is counted once from the window on, and stays linked`, (t) => {
      const at = stage(t);
      at.pending(hold);
      const settled = { ...hold, normalisedId: 'new', ...as };
      at.booked(settled);
      const once = [`booked ${settled.amountMinor}`];
      assert.deepEqual(at.live(), once, 'before the pending set is asked');
      assert.equal(at.pending().removed, 0);
      assert.deepEqual([at.live(), at.link()], [once, link]);
      assert.deepEqual(at.history().length, 1);
    });
  }

  test('is linked when it left the pending set a run before it was booked', (t) => {
    const at = stage(t);
    at.pending(hold);
    assert.equal(at.pending().unexplainedSince, '2026-01-10');
    at.booked({ ...hold, normalisedId: 'new' });
    assert.deepEqual([at.live(), at.link()], [['booked -1000'], likely('same-amount')]);
    assert.deepEqual(at.history(), ['removed gone-from-pending', 'settled same-amount']);
  });

  test('twins settle one by one', (t) => {
    const at = stage(t);
    at.pending({}, {});
    at.booked({});
    at.pending({});
    assert.deepEqual(at.live(), ['booked -420', 'pending -420']);
    at.booked({}, {});
    at.pending();
    assert.deepEqual([at.live(), at.link().length], [['booked -420', 'booked -420'], 2]);
  });
});

test('a booked row that is the end of one pending row is never that of another', (t) => {
  const at = stage(t);
  at.pending({}, {});
  at.booked({});
  at.pending();
  at.booked({});
  at.pending();
  assert.deepEqual([at.live(), at.link().length], [['booked -420'], 1]);
});

test('a payment that settled does not come back as the next one like it', (t) => {
  const at = stage(t);
  at.pending({});
  at.booked({});
  at.pending();
  at.pending({});
  assert.deepEqual(at.link(), likely('same-amount'), 'the first keeps its end');
  assert.equal(query(at.ledger, 'SELECT * FROM transactions').length, 3);
});

describe('the pending set has the last word', () => {
  test('a row that looked booked and is still listed is pending again', (t) => {
    const at = stage(t);
    at.pending(hold);
    at.booked({ ...hold, normalisedId: 'new' });
    at.pending(hold);
    assert.deepEqual(at.live(), ['booked -1000', 'pending -1000']);
    assert.deepEqual(at.history(), ['settled same-amount', 'unsettled still-pending']);
  });

  test('what was booked before the row was last seen is another payment', (t) => {
    const at = stage(t);
    at.booked({});
    at.pending({});
    at.booked({});
    assert.deepEqual(at.live(), ['booked -420', 'pending -420']);
  });

  test('a payment like one that was booked already is new', (t) => {
    const at = stage(t);
    at.pending({});
    at.booked({});
    at.pending();
    at.pending({});
    assert.deepEqual(at.live(), ['booked -420', 'pending -420']);
    at.booked({});
    assert.deepEqual(at.live(), ['booked -420', 'pending -420'], 'the one booked row is taken');
  });

  test('unless it could not be read: a row that looked booked is not counted again for that', (t) => {
    const at = stage(t);
    at.pending(hold, { description: 'STILL HERE' });
    at.booked({ ...hold, normalisedId: 'new' }, { description: 'STILL HERE' });
    at.halfRead({ description: 'STILL HERE' });
    assert.deepEqual(at.live(), ['booked -1000', 'booked -420', 'pending -420']);
    at.pending({ description: 'STILL HERE' });
    assert.deepEqual(
      [at.live(), at.link()],
      [['booked -1000', 'booked -420', 'pending -420'], likely('same-amount')],
    );
  });

  test('a bank that lags is believed, and its row is doubtfully linked once it goes', (t) => {
    const at = stage(t);
    at.pending(hold);
    at.booked({ ...hold, normalisedId: 'new' });
    at.pending(hold);
    at.pending();
    assert.deepEqual(at.live(), ['booked -1000']);
    assert.deepEqual(at.link(), [{ confidence: 'doubtful', reason: 'arrived-earlier' }]);
  });

  test('unless both rows name the second of the payment: a bank that lags does not have it counted twice', (t) => {
    const at = stage(t);
    const payment = { ...hold, timestampUtc: '2026-01-10T12:31:07.000Z' };
    at.pending(payment, { ...payment, normalisedId: 'twin' });
    at.booked({ ...payment, normalisedId: 'new' });
    at.pending(payment, { ...payment, normalisedId: 'twin' });
    at.pending(payment, { ...payment, normalisedId: 'twin' });
    assert.deepEqual(at.live(), ['booked -1000', 'pending -1000'], 'two payments of one second, one booked');
    assert.deepEqual([at.link(), at.history()], [likely('same-instant'), ['settled same-instant']]);
    at.pending({ ...payment, normalisedId: 'twin' });
    assert.deepEqual(at.live(), ['booked -1000', 'pending -1000'], 'the one that went is the one booked');
    at.pending(payment);
    assert.deepEqual([at.live(), at.link().length], [['booked -1000', 'pending -1000'], 1]);
  });

  test('a doubtful link gives way to a better one', (t) => {
    const at = stage(t);
    at.pending(hold);
    at.booked({ amountMinor: -1000, description: 'SHELL PETROL', normalisedId: 'x' });
    at.pending();
    assert.deepEqual(at.link(), [{ confidence: 'doubtful', reason: 'other-text' }]);
    at.booked(
      { amountMinor: -1000, description: 'SHELL PETROL', normalisedId: 'x' },
      { ...hold, normalisedId: 'new' },
    );
    assert.deepEqual(at.link(), likely('same-amount'));
    assert.deepEqual(at.history(), ['settled other-text', 'unsettled better-match', 'settled same-amount']);
  });
});
