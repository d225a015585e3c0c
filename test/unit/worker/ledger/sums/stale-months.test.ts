import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forgetConnection } from '../../../../../src-worker/ledger/forget-connection.ts';
import { readCashFlow } from '../../../../../src-worker/ledger/insights/cash-flow.ts';
import { annotateTransactions } from '../../../../../src-worker/ledger/overlay/annotate-transactions.ts';
import { refreshSums } from '../../../../../src-worker/ledger/sums/refresh-sums.ts';
import { readStaleMonths } from '../../../../../src-worker/ledger/sums/stale-months.ts';
import { nowIso } from '../../../../support/ledger-fixture.ts';
import { type PageStage, pageStage } from '../../../../support/page-stage.ts';

const wide = { from: '2025-11-01', to: '2026-01-31' };

describe('the sums of a month are stale', () => {
  const changes: Readonly<Record<string, readonly [sql: string, months: readonly string[]]>> = {
    'a row moved to another month': ["SET date = '2025-12-31'", ['2025-12', '2026-01']],
    'an amount': ['SET amount_minor = 1', ['2026-01']],
    'a currency': ["SET currency = 'EUR'", ['2026-01']],
    'a category': ["SET category = 'ATM'", ['2026-01']],
    'a finer category': [`SET classification_json = '["Food"]'`, ['2026-01']],
    'a description': ["SET description = 'ELSE'", ['2026-01']],
    'a merchant': ["SET merchant = 'Else'", ['2026-01']],
    'a status': ["SET status = 'pending'", ['2026-01']],
    'a running balance': ['SET running_balance_minor = 1', ['2026-01']],
    'a row taken away': ["SET removed_at = 'now', removed_reason = 'gone'", ['2026-01']],
    'nothing a sum rests on': ['SET transaction_id = 1, is_edge = 1, updated_at = 1', []],
    'the same value again': ['SET amount_minor = amount_minor, date = date', []],
  };
  for (const [what, [sql, months]] of Object.entries(changes)) {
    test(`after a change of ${what}: ${months.join(', ') || 'none'}`, (t) => {
      const { ledger } = summed(t);
      ledger.db.exec(`UPDATE transactions ${sql} WHERE ref = 1`);
      assert.deepEqual(readStaleMonths(ledger.db)?.of(1), months);
    });
  }

  test('after a word of the user about a row, and after it is taken back', (t) => {
    const { ledger } = summed(t);
    for (const isHidden of [true, false]) {
      annotateTransactions(ledger, [1], { is_hidden: isHidden }, nowIso);
      assert.deepEqual(readStaleMonths(ledger.db)?.of(1), ['2026-01']);
      refreshSums(ledger.db);
    }
  });

  test('after rows have come, while no one has looked for them yet', (t) => {
    const { ledger, sync } = summed(t);
    sync({ days: { from: '2025-11-01', to: '2025-11-30' }, booked: [['2025-11-10', -5, 'SHOP']] });
    assert.deepEqual(readStaleMonths(ledger.db)?.of(1), ['2025-11']);
  });
});

function summed(t: Parameters<typeof pageStage>[0]): PageStage {
  const stage = pageStage(t);
  stage.sync({ booked: [['2026-01-10', -4, 'SHOP']] });
  refreshSums(stage.ledger.db);
  assert.deepEqual(readStaleMonths(stage.ledger.db)?.all, []);
  return stage;
}

test('a forgotten connection leaves nothing of its rows in the sums', (t) => {
  const stage = pageStage(t);
  stage.sync({ booked: [['2026-01-10', -4.2, 'CORNER SHOP']] });
  refreshSums(stage.ledger.db);
  const left = (): readonly number[] =>
    ['months', 'by_day', 'by_category', 'by_name', 'editions', 'stale', 'kept'].map((table) =>
      Number(stage.ledger.db.prepare(`SELECT count(*) FROM sums_${table}`).pluck().get()),
    );
  assert.deepEqual(left(), [1, 1, 1, 1, 1, 0, 0]);
  forgetConnection(stage.ledger, 'c1');
  assert.deepEqual(left(), [0, 0, 0, 0, 0, 0, 0]);
  refreshSums(stage.ledger.db);
  assert.deepEqual(left(), [0, 0, 0, 0, 0, 0, 0]);
});

test('a row that gets the number of a deleted one is in the sums', (t) => {
  const { ledger, sync } = pageStage(t);
  sync({
    days: wide,
    booked: [
      ['2026-01-10', -4, 'SHOP'],
      ['2025-12-10', -4, 'SHOP'],
    ],
  });
  refreshSums(ledger.db);
  ledger.db.exec(`DELETE FROM transactions WHERE ref = 2`);
  refreshSums(ledger.db);
  sync({ days: { from: '2025-11-01', to: '2025-11-30' }, booked: [['2025-11-10', -5, 'SHOP']] });
  assert.deepEqual(ledger.db.prepare('SELECT ref FROM transactions ORDER BY ref').pluck().all(), [1, 2]);
  const { months } = readCashFlow(ledger, { currency: 'GBP', ...wide });
  assert.deepEqual(
    months.map(({ out_minor: out }) => out),
    [-500, -400, 0],
  );
});
