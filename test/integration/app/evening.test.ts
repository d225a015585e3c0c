import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newestFirst } from '#shared/transaction-list.ts';
import { type DemoBank, startDemoBank } from '../../../src-demo-bank/start-demo-bank.ts';
import type { AppDeps } from '../../../src-main/app/app-deps.ts';
import type { DemoBankDoor } from '../../../src-main/connect/demo-bank-port.ts';
import { type AppStage, withAppStage } from '../../support/desktop/app-stage.ts';

const household = { accounts: 2, cards: 1, days: 60, latencyMs: 0, evening: true };

/** The demo bank as it is, and a way to look into the books of the one that was started last. */
function watched(): { readonly changes: Partial<AppDeps>; readonly bank: () => DemoBank } {
  let open: DemoBank | null = null;
  const door = {
    startDemoBank: async (settings: Parameters<typeof startDemoBank>[0]) =>
      (open = await startDemoBank(settings)),
    decodeFaultFile: (value: unknown) => ({ ok: true, value }),
  };
  return {
    changes: { loadDemoBank: () => Promise.resolve(door as unknown as DemoBankDoor) },
    bank: () => {
      assert.ok(open !== null);
      return open;
    },
  };
}

/** What counts in the ledger, by account: day and amount of each row, sorted. */
async function ledgerRows({ core }: AppStage): Promise<ReadonlyMap<string, readonly string[]>> {
  const page = await core.calls['transactions.page']({
    filter: {},
    sort: newestFirst,
    offset: 0,
    limit: 500,
  });
  assert.ok(page.ok);
  assert.equal(page.value.rows.length, page.value.total);
  const byAccount = Map.groupBy(page.value.rows, ({ account_id: id }) => id);
  return new Map(
    [...byAccount].map(([id, rows]) => [id, rows.map((row) => `${row.date} ${row.amount_minor}`).toSorted()]),
  );
}

/** What happened to the newest live rows since they came, where anything did. */
async function histories({ core }: AppStage): Promise<readonly (readonly string[])[]> {
  const page = await core.calls['transactions.page']({
    filter: { status: 'booked' },
    sort: newestFirst,
    offset: 0,
    limit: 60,
  });
  assert.ok(page.ok);
  const kinds: (readonly string[])[] = [];
  for (const { id } of page.value.rows) {
    const detail = await core.calls['transactions.get']({ id });
    assert.ok(detail.ok);
    if (detail.value.changes.length > 0) kinds.push(detail.value.changes.map(({ kind }) => kind));
  }
  return kinds;
}

async function holdsTheTruth(stage: AppStage, { control }: DemoBank): Promise<void> {
  const rows = await ledgerRows(stage);
  for (const accountId of control.accountIds) {
    const { booked, pending } = control.truth(accountId);
    const truth = [...booked, ...pending].map((row) => `${row.date} ${row.amountMinor}`).toSorted();
    assert.deepEqual(rows.get(accountId), truth);
  }
}

describe('an evening at the demo bank', () => {
  test('passes once after the first sync and is synced by itself: doubts, changes, a removal, and the bank’s numbers', () => {
    const { changes, bank } = watched();
    return withAppStage(
      household,
      async (stage) => {
        const { core, desktop, until, restart } = stage;
        await core.calls['connect.demo'](null);
        await until(({ progress }) => progress === null && desktop.pushed('sync.ended').length === 2);
        const [first, second] = desktop.pushed('sync.ended');
        assert.deepEqual([first?.status, first?.rateLimited], ['completed', 0]);
        assert.deepEqual([second?.status, second?.rateLimited], ['completed', 1]);

        const jobs = await core.calls['jobs.list']({ limit: 10 });
        assert.deepEqual(jobs.ok && jobs.value.map(({ requestedBy }) => requestedBy), ['evening', 'demo']);
        const doubts = await core.calls['settlements.list']({ which: 'doubtful', limit: 10 });
        assert.ok(doubts.ok);
        assert.deepEqual(doubts.value.map(({ reason }) => reason).toSorted(), ['other-amount', 'other-text']);

        const overview = await core.calls['overview.read']({ isLook: true });
        assert.ok(overview.ok);
        // Removed: a booked row, and the pending one that nothing came of.
        const { amended, removed, settled } = overview.value.changes;
        assert.equal(overview.value.doubtful_matches, 2);
        assert.deepEqual({ amended, removed }, { amended: 1, removed: 2 });
        assert.ok(settled >= 1);
        assert.deepEqual(await histories(stage), [['amended']]);
        await holdsTheTruth(stage, bank());

        const again = await restart();
        await again.core.calls['sync.start']({});
        await again.until(({ progress }) => progress === null);
        const ended = again.desktop.pushed('sync.ended');
        assert.deepEqual(
          ended.map((job) => [job.status, job.requestedBy, job.transactionsSynced, job.updated, job.removed]),
          [['completed', 'user', 0, 0, 0]],
        );
        await holdsTheTruth(again, bank());
      },
      changes,
    );
  });
});
