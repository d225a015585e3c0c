import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BankAccount } from '#shared/bank-rows.ts';
import type { Failure } from '#shared/failure.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import type { BankSource, ListedAccounts } from '../../../../src-worker/engine/bank-source.ts';
import { discover } from '../../../../src-worker/engine/discover.ts';

const account: BankAccount = {
  accountId: 'a',
  kind: 'account',
  displayName: 'Everyday',
  currency: 'GBP',
  type: null,
  numbersJson: '{}',
};
const card: BankAccount = { ...account, accountId: 'c', kind: 'card', displayName: 'Card' };
type List = Result<readonly BankAccount[]>;

const listed = (list: List): Result<ListedAccounts> =>
  list.ok ? succeeded({ accounts: list.value, withoutId: [] }) : list;
const bank = (accounts: List, cards: List, me: Result<null> = succeeded(null)): BankSource => ({
  consent: async () => me,
  holder: async () => succeeded('Alex Taylor'),
  accounts: async (kind) => listed(kind === 'card' ? cards : accounts),
  transactions: async () => failed({ kind: 'cancelled' }),
  transactionsLater: async () => failed({ kind: 'cancelled' }),
  pending: async () => failed({ kind: 'cancelled' }),
  balance: async () => failed({ kind: 'cancelled' }),
  recurring: async () => failed({ kind: 'cancelled' }),
});
const none = failed({ kind: 'not-supported' });
const denied = failed({ kind: 'access-denied', code: 'access_denied' });
const missing = failed({ kind: 'bad-answer', host: 'api.example', detail: 'HTTP 404' });

describe('asking who and what', () => {
  const found: readonly (readonly [string, BankSource, readonly string[]])[] = [
    ['accounts and cards', bank(succeeded([account]), succeeded([card])), ['a', 'c']],
    ['a bank without cards', bank(succeeded([account]), none), ['a']],
    ['a bank with cards only', bank(none, succeeded([card])), ['c']],
    ['cards not granted', bank(succeeded([account]), denied), ['a']],
    ['a server without /me', bank(succeeded([account]), none, missing), ['a']],
    [
      'accounts served only in the first minutes, known from then',
      bank(failed({ kind: 'old-history-refused' }), succeeded([card])),
      ['a', 'c'],
    ],
    ['accounts known but no longer granted', bank(denied, succeeded([card])), ['a', 'c']],
    ['a person with no accounts', bank(succeeded([]), succeeded([])), []],
  ];
  for (const [name, source, ids] of found) {
    test(name, async () => {
      const result = await discover(source, [account]);
      assert.ok(result.ok);
      assert.deepEqual(
        result.value.accounts.map(({ accountId }) => accountId),
        ids,
      );
    });
  }

  const refused: readonly (readonly [string, BankSource, Failure])[] = [
    [
      'everything denied: the consent is over',
      bank(denied, denied),
      { kind: 'reconnect-needed', cause: 'consent-ended' },
    ],
    [
      '/me denied: the consent is over',
      bank(none, none, denied),
      { kind: 'reconnect-needed', cause: 'consent-ended' },
    ],
    [
      'one denied and one not supported: nothing can be seen',
      bank(denied, none),
      { kind: 'reconnect-needed', cause: 'consent-ended' },
    ],
    ['neither accounts nor cards: no success with 0 rows', bank(none, none), { kind: 'not-supported' }],
    ['a wrong address: no success with 0 rows', bank(missing, missing, missing), missing.failure],
    [
      'a limit on one list',
      bank(failed({ kind: 'rate-limited', untilIso: null }), none),
      { kind: 'rate-limited', untilIso: null },
    ],
  ];
  for (const [name, source, failure] of refused) {
    test(name, async () => assert.deepEqual(await discover(source, [account]), { ok: false, failure }));
  }

  test('whose they are is asked when told to, and a bank that does not say is no failure', async () => {
    const source = bank(succeeded([account]), none);
    const holderOf = async (of: BankSource, asks: boolean) => {
      const found = await discover(of, [], asks);
      return found.ok ? found.value.holder : found.failure.kind;
    };
    assert.equal(await holderOf(source, true), 'Alex Taylor');
    assert.equal(await holderOf(source, false), null);
    const closed = { ...source, holder: async () => failed({ kind: 'old-history-refused' }) };
    assert.equal(await holderOf(closed, true), null);
    const expired = { ...source, holder: async () => failed({ kind: 'token-expired' }) };
    assert.equal(await holderOf(expired, true), 'token-expired');
  });
});
