import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { BankAccount } from '#shared/bank-rows.ts';
import type { Failure } from '#shared/failure.ts';
import { failed, succeeded } from '#shared/result.ts';
import { proveConsent } from '../../../../src-worker/engine/prove-consent.ts';

const account = (accountId: string): BankAccount => ({
  accountId,
  kind: 'account',
  displayName: accountId,
  currency: 'GBP',
  type: null,
  numbersJson: '{}',
});
const answer = {
  rows: [],
  rejected: [],
  rawBody: new Uint8Array(),
  httpStatus: 200,
  askedAtIso: '2026-01-20T10:00:00.000Z',
  elapsedMs: 1,
};

/** Asks for accounts `a`, `b` and `c` in turn, which answer so. @returns who was asked, and what came of it */
async function prove(...answers: readonly (Failure | 'rows')[]) {
  const asked: string[] = [];
  const transactions = async ({ accountId }: { readonly accountId: string }) => {
    const given = answers[asked.length] ?? 'rows';
    asked.push(accountId);
    return given === 'rows' ? succeeded(answer) : failed(given);
  };
  const accounts = ['a', 'b', 'c'].map(account);
  const proof = await proveConsent({ transactions }, accounts, '2026-01-20', (each) => each);
  const end = !proof.ok ? proof.failure.kind : (proof.value?.account.accountId ?? 'nothing to see');
  return { asked: asked.join(''), end, range: proof.ok ? proof.value?.range : undefined };
}

const denied: Failure = { kind: 'access-denied', code: 'access_denied' };
const none: Failure = { kind: 'not-supported' };
const down: Failure = { kind: 'bank-unavailable', status: 503, code: null };

describe('a new consent shows that it can fetch', () => {
  test('with a week of the first account', async () => {
    assert.deepEqual(await prove(), {
      asked: 'a',
      end: 'a',
      range: { from: '2026-01-14', to: '2026-01-20' },
    });
  });

  const cases: readonly (readonly [string, readonly (Failure | 'rows')[], string, string])[] = [
    ['with the next account when one is denied or gone', [denied, { kind: 'account-gone' }], 'abc', 'c'],
    ['not when all are denied', [denied, denied, none], 'abc', 'access-denied'],
    ['not while the bank is down, and one question is enough to see that', [down], 'a', 'bank-unavailable'],
    ['not with a token that is refused', [denied, { kind: 'token-expired' }], 'ab', 'token-expired'],
    [
      'at a bank that has no transactions there is nothing to see',
      [none, none, none],
      'abc',
      'nothing to see',
    ],
  ];
  for (const [name, answers, asked, end] of cases) {
    test(name, async () => {
      const proof = await prove(...answers);
      assert.deepEqual([proof.asked, proof.end], [asked, end]);
    });
  }
});
