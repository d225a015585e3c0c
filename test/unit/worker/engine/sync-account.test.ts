import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BankTransaction } from '#shared/bank-rows.ts';
import type { DayRange } from '#shared/calendar-day.ts';
import type { Failure } from '#shared/failure.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { logLineOf } from '#shared/words/log-lines.ts';
import { outcomeWords } from '#shared/words/outcome-words.ts';
import type { SyncEvent } from '#shared/sync-event.ts';
import { type AccountRun, createTally } from '../../../../src-worker/engine/account-run.ts';
import type { BankAnswer, BankSource } from '../../../../src-worker/engine/bank-source.ts';
import { type AccountWish, syncAccount } from '../../../../src-worker/engine/sync-account.ts';
import { createVirtualClock } from '../../../support/virtual-clock.ts';

const noCounts = { inserted: 0, duplicates: 0, updated: 0, removed: 0 };
const answer = (rejected: readonly string[] = []): BankAnswer<BankTransaction> => ({
  rows: [],
  rejected,
  rawBody: new Uint8Array(),
  httpStatus: 200,
  askedAtIso: '2026-03-01T12:00:00.000Z',
  elapsedMs: 10,
});

/** A bank and a ledger that only remember what was asked and stored. */
function stage(over: Partial<BankSource> = {}, stop: AbortSignal = new AbortController().signal) {
  const clock = createVirtualClock();
  const asked: DayRange[] = [];
  const stored: string[] = [];
  const events: SyncEvent[] = [];
  const source: BankSource = {
    consent: async () => succeeded(null),
    holder: async () => succeeded(null),
    accounts: async () => succeeded({ accounts: [], withoutId: [] }),
    transactions: async (account, range) => {
      asked.push(range);
      return over.transactions ? over.transactions(account, range) : succeeded(answer());
    },
    transactionsLater: over.transactionsLater ?? (async () => failed({ kind: 'bank-timeout' })),
    pending: over.pending ?? (async () => succeeded(answer())),
    balance: over.balance ?? (async () => succeeded(null)),
    recurring: over.recurring ?? (async () => succeeded([])),
  };
  const run: AccountRun = {
    account: { accountId: 'a', kind: 'account', currency: 'GBP', displayName: 'Everyday', connectionId: 'c' },
    source,
    ledger: {
      history: () => ({ answered: [], refused: [] }),
      storeWindow: ({ range, rejectedRows }) => {
        stored.push(`${range.from}..${range.to}${rejectedRows > 0 ? ' incomplete' : ''}`);
        return { ...noCounts, inserted: 2, duplicates: 1 };
      },
      storeRefusal: (range, reason) => stored.push(`${reason} ${range.from}..${range.to}`),
      storePending: () => (stored.push('pending'), { ...noCounts, unexplainedSince: null }),
      storeBalance: () => stored.push('balance'),
      storeRecurring: (kind) => stored.push(kind),
    },
    clock,
    monotonicMs: clock.nowMs,
    emit: (event) => events.push(event),
    stop,
    softDeadlineMs: clock.nowMs() + 1000,
    historyEndsIso: null,
    tally: createTally(3, clock.nowMs),
  };
  return { run, asked, stored, events, clock };
}
const march: AccountWish = { from: '2026-01-01', to: '2026-03-01', singleWindow: false };
const failing = (failure: Failure) => async (): Promise<Result<never>> => failed(failure);

describe('one account', () => {
  test('whose user wants no pending rows is not asked for them', async () => {
    const { run, stored } = stage({});
    await syncAccount(run, { ...march, withPending: false });
    assert.equal(stored.includes('pending'), false);
    assert.equal(stored.includes('standing-order'), true);
  });

  test('windows, pending, balance and what recurs are stored in that order, and pages numbered on', async () => {
    const { run, stored, events } = stage({
      balance: async () =>
        succeeded({
          currency: 'GBP',
          currentMinor: 1,
          availableMinor: null,
          overdraftMinor: null,
          creditLimitMinor: null,
          bankUpdatedAtUtc: null,
        }),
    });
    const end = await syncAccount(run, march);
    assert.deepEqual(stored, [
      '2026-01-31..2026-03-01',
      '2026-01-01..2026-01-30',
      'pending',
      'balance',
      'standing-order',
      'direct-debit',
    ]);
    assert.deepEqual(
      events.flatMap((event) => (event.kind === 'page-stored' ? [event.page] : [])),
      [4, 5],
    );
    assert.ok(end.kind === 'ended');
    assert.deepEqual(
      [end.outcome.status, end.outcome.pages, end.outcome.transactionsSynced, end.outcome.duplicates],
      ['completed', 2, 4, 2],
    );
    assert.equal(end.outcome.findings, undefined);
  });

  test('in the first minutes what the bank will close comes first: old history in years, then what recurs', async () => {
    const { run, stored, events } = stage();
    const historyEndsIso = new Date(run.clock.nowMs() + 90_000).toISOString();
    await syncAccount({ ...run, historyEndsIso }, { ...march, from: '2024-06-01' });
    assert.deepEqual(stored, [
      '2024-12-01..2025-12-01',
      '2024-06-01..2024-11-30',
      'standing-order',
      'direct-debit',
      '2026-01-31..2026-03-01',
      '2025-12-02..2026-01-30',
      'pending',
    ]);
    const notes = events.flatMap((event) => (event.kind === 'history-asked' ? [logLineOf(event)?.line] : []));
    assert.deepEqual(notes, ['All old history of Everyday is asked for, 90 s before the bank closes it']);
  });

  test('a token that expires in the middle is a normal end that says what was done', async () => {
    let calls = 0;
    const { run, stored } = stage({
      transactions: async () => (++calls === 1 ? succeeded(answer()) : failed({ kind: 'token-expired' })),
    });
    const end = await syncAccount(run, march);
    assert.ok(end.kind === 'token-expired');
    assert.equal(end.tally.pages, 1);
    assert.deepEqual(stored, ['2026-01-31..2026-03-01']);
  });

  test('a cancel lets the page in flight be stored and asks for no other', async () => {
    const stopper = new AbortController();
    const { run, asked, stored } = stage(
      { transactions: async () => (stopper.abort(), succeeded(answer())) },
      stopper.signal,
    );
    const end = await syncAccount(run, march);
    assert.deepEqual([asked.length, stored.length], [1, 1]);
    assert.ok(end.kind === 'ended' && end.outcome.status === 'cancelled');
  });

  test('past the soft limit no new window is begun', async () => {
    const { run, clock, asked } = stage({
      transactions: async () => (clock.advance(2000), succeeded(answer())),
    });
    const end = await syncAccount(run, march);
    assert.equal(asked.length, 1);
    assert.ok(end.kind === 'ended' && end.outcome.status === 'timed-out');
  });

  test('a bank too slow even for few days is asked to answer later, from then on at once', async () => {
    const later: DayRange[] = [];
    const { run, asked, stored } = stage({
      transactions: failing({ kind: 'bank-timeout' }),
      transactionsLater: async (_account, range) => (later.push(range), succeeded(answer())),
    });
    const end = await syncAccount(run, march);
    assert.ok(end.kind === 'ended' && end.outcome.status === 'completed');
    assert.deepEqual(
      asked.map(({ from }) => from),
      ['2026-01-31', '2026-02-15', '2026-02-22'],
    );
    assert.equal(later[0]?.from, '2026-02-22');
    assert.equal(later.length, stored.filter((each) => each.includes('..')).length);
  });

  test('closed old history is remembered and said, and the recent days are synced all the same', async () => {
    const { run, stored } = stage({
      transactions: async (_account, range) =>
        range.to < '2025-12-02' ? failed({ kind: 'old-history-refused' }) : succeeded(answer()),
    });
    const end = await syncAccount(run, { from: '2025-01-01', to: '2026-03-01', singleWindow: false });
    assert.deepEqual(stored.slice(0, 2), [
      'old-history-refused 2025-01-01..2025-12-01',
      '2026-01-31..2026-03-01',
    ]);
    assert.ok(end.kind === 'ended' && end.outcome.status === 'completed');
    assert.match(outcomeWords(end.outcome) ?? '', /2025-01-01 to 2025-12-01 only in the first minutes/);
  });

  const newest: readonly (readonly [Failure, string])[] = [
    [{ kind: 'range-refused', from: '', to: '' }, 'range-refused'],
    [{ kind: 'old-history-refused' }, 'reconnect-needed'],
  ];
  for (const [failure, kind] of newest) {
    test(`${failure.kind} for the newest days is a failure, and is not remembered as a hole`, async () => {
      const { run, stored } = stage({
        transactions: async (_account, range) =>
          range.to >= '2026-02-20' ? failed(failure) : succeeded(answer()),
      });
      const end = await syncAccount(run, { ...march, from: '2026-02-10' });
      assert.ok(end.kind === 'ended');
      assert.equal(end.outcome.failureKind, kind);
      assert.deepEqual(stored, []);
    });
  }

  test('a row that cannot be read is reported and marks its page incomplete', async () => {
    const { run, stored, events } = stage({
      transactions: async () => succeeded(answer(['unreadable amount'])),
    });
    await syncAccount(run, { ...march, from: '2026-02-20' });
    assert.equal(stored[0], '2026-02-20..2026-03-01 incomplete');
    assert.ok(events.some((event) => event.kind === 'row-rejected' && event.detail === 'unreadable amount'));
  });

  const endings: readonly (readonly [Failure, string])[] = [
    [{ kind: 'rate-limited', untilIso: '2026-03-01T12:15:00.000Z' }, 'rate-limited'],
    [{ kind: 'daily-limit', untilIso: '2026-03-02T00:00:00.000Z', decidedBy: 'bank' }, 'rate-limited'],
    [{ kind: 'access-denied', code: 'access_denied' }, 'reconnect-needed'],
    [{ kind: 'bank-unavailable', status: 503, code: null }, 'failed'],
    [{ kind: 'account-gone' }, 'failed'],
    [{ kind: 'not-supported' }, 'completed'],
  ];
  for (const [failure, status] of endings) {
    test(`${failure.kind} ends the account as ${status}, with a sentence`, async () => {
      const end = await syncAccount(stage({ transactions: failing(failure) }).run, march);
      assert.ok(end.kind === 'ended');
      assert.equal(end.outcome.status, status);
      assert.match(outcomeWords(end.outcome) ?? '', /\w+ .*\.$/);
    });
  }

  test('a bank without pending rows, standing orders and direct debits is complete', async () => {
    const none = failing({ kind: 'not-supported' });
    const end = await syncAccount(
      stage({ pending: none, recurring: failing({ kind: 'old-history-refused' }) }).run,
      march,
    );
    assert.ok(end.kind === 'ended' && end.outcome.status === 'completed');
  });

  test('unattended there is one transactions call and nothing that is only served right after a consent', async () => {
    const { run, asked, stored } = stage();
    await syncAccount(run, { singleWindow: true });
    assert.equal(asked.length, 1);
    assert.ok(!stored.includes('standing-order'));
  });
});
