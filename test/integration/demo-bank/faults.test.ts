import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { errorTable } from '../../../src-demo-bank/faults/error-table.ts';
import {
  ask,
  askToken,
  authLink,
  connectTo,
  results,
  verdict,
} from '../../support/demo-bank/bank-visitor.ts';
import { faultsOf } from '../../support/demo-bank/faults-of.ts';
import { tuesdayMs, withDemoBank } from '../../support/demo-bank/with-demo-bank.ts';
import type { DemoBank } from '../../../src-demo-bank/start-demo-bank.ts';
import type { ErrorCode } from '../../../src-demo-bank/faults/error-table.ts';
import type { Reply } from '../../support/demo-bank/bank-visitor.ts';

type Look = (path?: string) => Promise<Reply>;

/** A bank with one account and one card, its faults set once the token is there. */
const withFaults = (
  faults: readonly unknown[],
  run: (look: Look, bank: DemoBank) => Promise<void>,
): Promise<void> =>
  withDemoBank({ accounts: 1, cards: 1, pending: 3 }, async (bank) => {
    const { access_token: token } = await connectTo(bank);
    bank.control.setFaults(faultsOf(...faults));
    const account = bank.control.accountIds[0] ?? '';
    await run((path = `/accounts/${account}/transactions`) => ask(bank, token, path), bank);
  });

describe('an error on demand', () => {
  for (const code of Object.keys(errorTable) as ErrorCode[]) {
    test(`${code} comes with ${String(errorTable[code].status)}`, () =>
      withFaults([{ kind: 'error', endpoint: 'transactions', error: code }], async (look) => {
        assert.equal(verdict(await look()), `${String(errorTable[code].status)} ${code}`);
        assert.equal((await look('/accounts')).status, 200, 'other endpoints are spared');
      }));
  }

  test('hits from the call named, so often, on the account named', () =>
    withFaults(
      [
        {
          kind: 'error',
          endpoint: 'balance',
          accountIndex: 0,
          fromCall: 2,
          count: 2,
          error: 'provider_error',
        },
      ],
      async (look, bank) => {
        const [account = '', card = ''] = bank.control.accountIds;
        const statuses = [];
        for (let call = 1; call <= 4; call += 1)
          statuses.push((await look(`/accounts/${account}/balance`)).status);
        assert.deepEqual(statuses, [200, 503, 503, 200]);
        assert.equal((await look(`/cards/${card}/balance`)).status, 200);
        assert.deepEqual(
          bank.control.calls.slice(-5).map(({ status }) => status),
          [200, 503, 503, 200, 200],
        );
      },
    ));

  test('says Retry-After in seconds, as a date by the bank’s clock, or not at all', () =>
    withFaults(
      [{ seconds: 7 }, { httpDateInSeconds: 30 }, undefined].map((retryAfter, index) => ({
        kind: 'error',
        endpoint: 'transactions',
        error: 'provider_too_many_requests',
        fromCall: index + 1,
        count: 1,
        ...(retryAfter === undefined ? {} : { retryAfter }),
      })),
      async (look) => {
        const headers = [];
        for (let call = 1; call <= 3; call += 1) headers.push((await look()).headers.get('retry-after'));
        assert.deepEqual(headers, ['7', new Date(tuesdayMs + 30_000).toUTCString(), null]);
      },
    ));

  test('at the dialog sends the browser back with it', () =>
    withFaults([{ kind: 'error', endpoint: 'authorize', error: 'access_denied' }], async (_, bank) => {
      const response = await fetch(authLink(bank), { redirect: 'manual' });
      assert.match(response.headers.get('location') ?? '', /callback\?error=access_denied&state=state-1$/);
    }));
});

describe('the spelling', () => {
  const spelling: readonly (readonly [string, (row: Readonly<Record<string, unknown>>) => boolean])[] = [
    [
      'missing-optional-fields',
      (row) => !('meta' in row) && !('merchant_name' in row) && !('running_balance' in row),
    ],
    ['null-optional-fields', (row) => row['normalised_provider_transaction_id'] === null],
    ['seven-digit-fractions', (row) => /T\d\d:\d\d:\d\d\.\d{7}Z$/.test(String(row['timestamp']))],
    ['whole-amounts', (row) => Number.isInteger(row['amount'])],
  ];
  for (const [kind, isSo] of spelling) {
    test(`${kind} shows in every row, and not without the fault`, () =>
      withFaults([{ kind, endpoint: 'any', count: 1 }], async (look) => {
        const rows = results(await look());
        assert.ok(rows.length > 50 && rows.every(isSo));
        assert.ok(!results(await look()).every(isSo));
      }));
  }

  test('changing-transaction-id changes that id on each call and no other', () =>
    withFaults([{ kind: 'changing-transaction-id', endpoint: 'transactions' }], async (look) => {
      const [first, second] = [results(await look()), results(await look())];
      const ids = new Set([...first, ...second].map((row) => row['transaction_id']));
      assert.equal(ids.size, first.length * 2);
      const rest = (row: Readonly<Record<string, unknown>>) => ({ ...row, transaction_id: '' });
      assert.deepEqual(second.map(rest), first.map(rest));
    }));

  test('missing-status leaves the envelope with its results alone', () =>
    withFaults([{ kind: 'missing-status', endpoint: 'accounts' }], async (look) => {
      assert.deepEqual(Object.keys((await look('/accounts')).json ?? {}), ['results']);
    }));
});

describe('the books', () => {
  test('settle-pending: the pending rows are booked, under new ids, for another amount', () =>
    withFaults(
      [{ kind: 'settle-pending', endpoint: 'transactions', accountIndex: 0, amountChangeMinor: 250 }],
      async (look, bank) => {
        const account = bank.control.accountIds[0] ?? '';
        const { pending, booked } = bank.control.truth(account);
        assert.ok(pending.length > 0);
        await look();
        const after = bank.control.truth(account);
        assert.deepEqual(after.pending, []);
        assert.equal(after.booked.length, booked.length + pending.length);
        for (const row of pending) {
          const settled = after.booked.find(({ key }) => key === row.key);
          assert.equal(settled?.amountMinor, row.amountMinor - 250);
          assert.notEqual(settled.normalisedId, row.normalisedId);
          assert.notEqual(settled.providerId, row.providerId);
        }
      },
    ));

  test('late-row: once, a row appears that is dated days back', () =>
    withFaults([{ kind: 'late-row', endpoint: 'transactions', daysBack: 5, fromCall: 2 }], async (look) => {
      const on = (rows: Reply) =>
        results(rows).filter((row) => String(row['timestamp']).startsWith('2026-01-01')).length;
      const before = on(await look());
      assert.deepEqual([on(await look()), on(await look())], [before + 1, before + 1]);
    }));

  test('refuse-wide-ranges refuses what is wider, not what is as wide', () =>
    withFaults(
      [{ kind: 'refuse-wide-ranges', endpoint: 'transactions', widestDays: 31 }],
      async (look, bank) => {
        const path = `/accounts/${bank.control.accountIds[0] ?? ''}/transactions`;
        assert.equal(verdict(await look(`${path}?from=2025-12-01&to=2025-12-31`)), '200');
        assert.equal(verdict(await look(`${path}?from=2025-12-01&to=2026-01-01`)), '400 invalid_date_range');
      },
    ));
});

test('lost-answer: the refresh token is spent and the answer never comes', () =>
  withDemoBank({}, async (bank) => {
    const { refresh_token: token = '' } = await connectTo(bank);
    bank.control.setFaults(
      faultsOf({ kind: 'lost-answer', endpoint: 'token', grant: 'refresh_token', count: 1 }),
    );
    const refresh = () => askToken(bank, { grant_type: 'refresh_token', refresh_token: token });
    await assert.rejects(refresh);
    assert.equal(bank.control.tokenGrants.refresh_token, 1);
    assert.equal(verdict(await refresh()), '400 invalid_grant');
  }));

test('a cut before the headers spends nothing', () =>
  withDemoBank({}, async (bank) => {
    const { refresh_token: token = '' } = await connectTo(bank);
    bank.control.setFaults(faultsOf({ kind: 'cut', when: 'before-headers', endpoint: 'token', count: 1 }));
    const refresh = () => askToken(bank, { grant_type: 'refresh_token', refresh_token: token });
    await assert.rejects(refresh);
    assert.equal(verdict(await refresh()), '200');
  }));
