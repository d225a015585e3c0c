import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import Database from 'better-sqlite3';
import { utcDay } from '#shared/calendar-day.ts';
import type { AccountCompleteness } from '#shared/completeness.ts';
import { judgeCompleteness } from '../../../src-worker/ledger/completeness/judge-completeness.ts';
import { openLedgerReadOnly } from '../../../src-worker/ledger/open-ledger-read-only.ts';
import { type DaysStage, withDaysStage } from '../../support/days-stage.ts';

const pathOf = (stage: DaysStage): string =>
  stage.query<{ file: string }>('PRAGMA database_list')[0]?.file ?? '';

function judged(stage: DaysStage): readonly AccountCompleteness[] {
  const opened = openLedgerReadOnly(pathOf(stage));
  assert.ok(opened.ok && opened.value !== null);
  try {
    return judgeCompleteness(opened.value, undefined, new Date(stage.nowMs()).toISOString());
  } finally {
    opened.value.close();
  }
}

const verdicts = (stage: DaysStage): readonly string[] => judged(stage).map(({ verdict }) => verdict.kind);

/** As a program that is not Passbook would: no trace but the missing row. */
function deleteFromFile(stage: DaysStage, description: string): void {
  const db = new Database(pathOf(stage));
  try {
    db.prepare('DELETE FROM transactions WHERE description = ?').run(description);
  } finally {
    db.close();
  }
}

describe('completeness over a few days of a bank', () => {
  test('a whole ledger is found complete, and a row taken out of the file is missed to the penny', () =>
    withDaysStage({ accounts: 2, cards: 1, transactions: 40, days: 60 }, async (stage) => {
      await stage.connect();
      assert.ok(!verdicts(stage).includes('unexplained'));
      assert.ok(judged(stage).every(({ spans }) => spans.every(({ outcome }) => outcome === 'answered')));

      const firstDay = utcDay(stage.nowMs());
      for (const accountId of stage.accountIds) {
        stage.bank.control.addTransaction(accountId, {
          date: firstDay,
          amountMinor: -1234,
          description: 'LOST',
          secondOfDay: 86_399,
        });
      }
      stage.passDays(3);
      await stage.sync();
      stage.passDays(2);
      stage.bank.control.setFaults({
        faults: [{ kind: 'error', endpoint: 'pending', error: 'access_denied', fromCall: 1 }],
      });
      const quiet = await stage.sync();
      assert.deepEqual(new Set(verdicts(stage)), new Set(['complete']));
      const reasons = quiet.accounts
        .filter(({ transactionsSynced }) => transactionsSynced === 0)
        .map(({ reason }) => reason ?? '');
      assert.ok(reasons.length > 0);
      for (const reason of reasons) assert.match(reason, /^0 new rows because .*denies access to them\.$/);

      deleteFromFile(stage, 'LOST');
      const found = judged(stage);
      assert.equal(found.length, 3);
      for (const { verdict, displayName } of found) {
        assert.ok(verdict.kind === 'unexplained', `${displayName}: ${verdict.kind}`);
        assert.deepEqual(
          verdict.gaps.map(({ amountMinor }) => amountMinor),
          [-1234],
          displayName,
        );
        assert.ok(verdict.gaps.every(({ from, to }) => from <= firstDay && firstDay <= to));
      }
    }));
});
