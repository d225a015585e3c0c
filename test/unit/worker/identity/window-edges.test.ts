import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bankRow } from '../../../support/bank-rows.ts';
import { PaperLedger } from '../../../support/paper-ledger.ts';

const firstHalf = { from: '2026-01-01', to: '2026-01-15' };
const secondHalf = { from: '2026-01-16', to: '2026-01-31' };

describe('the edges of a window', () => {
  test('rows of other days are left alone', () => {
    const ledger = new PaperLedger();
    ledger.store(firstHalf, [bankRow({ date: '2026-01-15' })]);
    ledger.store(secondHalf, []);
    assert.equal(ledger.live.length, 1);
  });

  test('both ends belong to the window', () => {
    const ledger = new PaperLedger();
    ledger.store(firstHalf, [bankRow({ date: '2026-01-01' }), bankRow({ date: '2026-01-15' })]);
    ledger.store(firstHalf, []);
    assert.equal(ledger.live.length, 0);
  });

  test('a row dated a day outside is stored, and is one row when its own window brings it too', () => {
    const ledger = new PaperLedger();
    const midnight = bankRow({ date: '2026-01-16' });
    assert.equal(ledger.store(firstHalf, [midnight]).insert.length, 1);
    assert.equal(ledger.store(secondHalf, [midnight]).duplicates, 1);
    assert.equal(ledger.live.length, 1);
  });

  test('a row the bank files under the day before is not removed by the window of its written day', () => {
    const ledger = new PaperLedger();
    ledger.store(firstHalf, [bankRow({ date: '2026-01-16' })]);
    ledger.store(secondHalf, []);
    assert.equal(ledger.live.length, 1);
    ledger.store({ from: '2026-01-10', to: '2026-01-31' }, []);
    assert.equal(ledger.live.length, 0, 'a window with both days inside knows');
  });

  test('a local midnight that is the day before in UTC is not removed by a window that begins on it', () => {
    const ledger = new PaperLedger();
    const summer = bankRow({ date: '2026-07-15', timestampUtc: '2026-07-14T23:00:00.000Z' });
    ledger.store({ from: '2026-07-01', to: '2026-07-31' }, [summer]);
    ledger.store({ from: '2026-07-15', to: '2026-07-31' }, []);
    assert.equal(ledger.live.length, 1);
    ledger.store({ from: '2026-07-14', to: '2026-07-31' }, []);
    assert.equal(ledger.live.length, 0);
  });

  test('on a day that was not asked, the same content under another id waits for the day itself', () => {
    const ledger = new PaperLedger();
    const twins = [
      bankRow({ date: '2026-01-16', normalisedId: 'n-1' }),
      bankRow({ date: '2026-01-16', normalisedId: 'n-2' }),
    ];
    ledger.store(firstHalf, twins.slice(0, 1));
    ledger.store(firstHalf, twins.slice(1));
    assert.equal(ledger.live.length, 1);
    ledger.store(secondHalf, twins);
    assert.deepEqual(ledger.live.map(({ key }) => key).toSorted(), ['n:n-1', 'n:n-2']);
  });

  test('a normalised id moves a row from a day that was not asked', () => {
    const ledger = new PaperLedger();
    ledger.store(firstHalf, [bankRow({ date: '2026-01-02', normalisedId: 'n' })]);
    const plan = ledger.store(secondHalf, [bankRow({ date: '2026-01-20', normalisedId: 'n' })]);
    assert.deepEqual(plan.amend[0]?.changed, ['date', 'timestampUtc']);
    assert.equal(ledger.live.length, 1);
  });

  test('a provider id that was a row’s alone moves it across windows, whatever else was amended', () => {
    const ledger = new PaperLedger();
    ledger.store(firstHalf, [bankRow({ date: '2026-01-14', providerId: 'p' })]);
    const moved = bankRow({ date: '2026-01-18', providerId: 'p', amountMinor: -999, description: 'OTHER' });
    assert.equal(ledger.store(secondHalf, [moved]).amend.length, 1);
    assert.equal(ledger.live.length, 1, 'not counted twice until the first half is asked again');
  });

  test('a provider id that different rows shared moves none of them', () => {
    const ledger = new PaperLedger();
    ledger.store(
      firstHalf,
      [1, 2].map((n) => bankRow({ date: '2026-01-14', providerId: '0', amountMinor: -n })),
    );
    ledger.store(secondHalf, [bankRow({ date: '2026-01-18', providerId: '0', amountMinor: -3 })]);
    assert.equal(ledger.live.length, 3);
  });

  test('a provider id moves a row by days, not by a month: last rent is not this rent', () => {
    const ledger = new PaperLedger();
    const rent = { providerId: 'MANDATE', description: 'RENT', amountMinor: -90_000 };
    ledger.store(firstHalf, [bankRow({ ...rent, date: '2026-01-01' })]);
    const february = { from: '2026-02-01', to: '2026-02-28' };
    ledger.store(february, [bankRow({ ...rent, date: '2026-02-01' })]);
    assert.deepEqual(
      ledger.live.map(({ date }) => date),
      ['2026-01-01', '2026-02-01'],
    );
    ledger.store(february, [bankRow({ ...rent, date: '2026-02-01' })]);
    assert.equal(ledger.live.length, 2);
  });
});
