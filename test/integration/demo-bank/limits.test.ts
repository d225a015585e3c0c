import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ask, connectTo, results, tokensFrom, verdict } from '../../support/demo-bank/bank-visitor.ts';
import { withDemoBank } from '../../support/demo-bank/with-demo-bank.ts';

const dayMs = 86_400_000;
const scaMs = 300_000;

describe('the range asked for', () => {
  // The clock stands at 2026-01-06, 08:00.
  const cases: readonly (readonly [query: string, expect: string])[] = [
    ['?from=2026-01-01&to=2026-01-06', '200'],
    ['?from=2026-01-06&to=2026-01-06', '200'],
    ['?from=2026-01-01T00:00:00Z&to=2026-01-06T23:59:59Z', '200'],
    ['?from=2026-01-01T00:00:00+00:00&to=2026-01-06T00:00:00.1234567Z', '200'],
    ['?from=2026-01-01&to=2026-01-07', '400 invalid_date_range'],
    ['?from=2026-01-05&to=2026-01-04', '400 invalid_date_range'],
    ['?from=2026-02-30&to=2026-01-04', '400 validation_error'],
    ['?from=yesterday&to=today', '400 validation_error'],
    ['?from=2030-01-01', '200'],
    ['?to=2030-01-01', '200'],
  ];
  for (const [query, expect] of cases) {
    test(`${query} is answered ${expect}`, () =>
      withDemoBank({ cards: 0 }, async (bank) => {
        const { access_token: token } = await connectTo(bank);
        const [account = ''] = bank.control.accountIds;
        assert.equal(verdict(await ask(bank, token, `/accounts/${account}/transactions${query}`)), expect);
      }));
  }

  test('includes both ends and nothing else, newest first', () =>
    withDemoBank({ accounts: 1, cards: 0, transactions: 300, days: 30 }, async (bank) => {
      const { access_token: token } = await connectTo(bank);
      const [account = ''] = bank.control.accountIds;
      const answer = await ask(
        bank,
        token,
        `/accounts/${account}/transactions?from=2025-12-20&to=2025-12-24`,
      );
      const days = results(answer).map((row) => String(row['timestamp']).slice(0, 10));
      assert.deepEqual(
        [...new Set(days)],
        ['2025-12-24', '2025-12-23', '2025-12-22', '2025-12-21', '2025-12-20'],
      );
      const truth = bank.control.truth(account).booked;
      const expected = truth.filter(({ date }) => date >= '2025-12-20' && date <= '2025-12-24');
      assert.equal(days.length, expected.length);
      assert.deepEqual(
        results(answer).map((row) => row['transaction_id']),
        expected.toReversed().map((row) => row.transactionId),
      );
    }));

  test('without from and to covers about the last three months', () =>
    withDemoBank({}, async (bank) => {
      const { access_token: token } = await connectTo(bank);
      const [account = ''] = bank.control.accountIds;
      const rows = results(await ask(bank, token, `/accounts/${account}/transactions`));
      const oldest = String(rows.at(-1)?.['timestamp']).slice(0, 10);
      assert.ok(oldest >= '2025-10-09' && oldest <= '2025-10-15', oldest);
    }));
});

describe('old history', () => {
  const old = '?from=2025-06-01&to=2025-07-01';
  const edge = '?from=2025-10-08&to=2026-01-06';

  test('is served for five minutes after the consent, then refused while the last 90 days still come', () =>
    withDemoBank({}, async (bank) => {
      const { access_token: token } = await connectTo(bank);
      const [account = ''] = bank.control.accountIds;
      const get = async (path: string) => verdict(await ask(bank, token, path));
      bank.control.advance(scaMs);
      assert.equal(await get(`/accounts/${account}/transactions${old}`), '200');
      assert.equal(await get('/info'), '200');
      bank.control.advance(1);
      assert.equal(await get(`/accounts/${account}/transactions${old}`), '403 sca_exceeded');
      assert.equal(await get('/info'), '403 sca_exceeded');
      assert.equal(await get(`/accounts/${account}/transactions${edge}`), '200');
      assert.equal(await get('/accounts'), '200');
    }));

  test('is not opened again by a refresh, but by a new consent', () =>
    withDemoBank({}, async (bank) => {
      const tokens = await connectTo(bank);
      const [account = ''] = bank.control.accountIds;
      bank.control.advance(scaMs + 1);
      const path = `/accounts/${account}/transactions${old}`;
      const again = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? '' };
      const refreshed = await tokensFrom(bank, again);
      assert.equal(verdict(await ask(bank, refreshed.access_token, path)), '403 sca_exceeded');
      const anew = await connectTo(bank);
      assert.equal(verdict(await ask(bank, anew.access_token, path)), '200');
    }));
});

describe('without the user', () => {
  test('an account answers each endpoint four times a day', () =>
    withDemoBank({}, async (bank) => {
      const tokens = await connectTo(bank);
      const [first = '', second = ''] = bank.control.accountIds;
      let token = tokens.access_token;
      const unattended = async (path: string) => verdict(await ask(bank, token, path, {}));
      const path = `/accounts/${first}/transactions`;
      for (let call = 1; call <= 4; call += 1) assert.equal(await unattended(path), '200');
      const limit = '429 provider_request_limit_exceeded';
      assert.equal(await unattended(path), limit);
      assert.equal(await unattended(`/accounts/${first}/balance`), '200', 'another endpoint');
      assert.equal(await unattended(`/accounts/${second}/transactions`), '200', 'another account');
      assert.equal(verdict(await ask(bank, token, path)), '200', 'with the user');
      assert.equal(await unattended(path), limit, 'an attended call gives nothing back');
      bank.control.advance(dayMs);
      const again = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? '' };
      token = (await tokensFrom(bank, again)).access_token;
      assert.equal(await unattended(path), '200', 'the next day');
    }));
});

describe('what is not there', () => {
  test('an unknown account, a card asked for as an account, a wrong path', () =>
    withDemoBank({}, async (bank) => {
      const { access_token: token } = await connectTo(bank);
      const card = bank.control.accountIds[3] ?? '';
      assert.equal(verdict(await ask(bank, token, '/accounts/0/balance')), '404 account_not_found');
      assert.equal(verdict(await ask(bank, token, `/accounts/${card}/balance`)), '404 account_not_found');
      assert.equal(verdict(await ask(bank, token, `/cards/${card}/direct_debits`)), '404 not_found');
      assert.equal(verdict(await ask(bank, token, '/everything')), '404 not_found');
    }));

  test('a bank without cards, or without accounts, says 501', () =>
    withDemoBank({ accounts: 0, cards: 0 }, async (bank) => {
      const { access_token: token } = await connectTo(bank);
      assert.equal(verdict(await ask(bank, token, '/cards')), '501 endpoint_not_supported');
      assert.equal(verdict(await ask(bank, token, '/accounts')), '501 endpoint_not_supported');
    }));
});
