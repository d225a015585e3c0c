import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorTable } from '../../../src-demo-bank/faults/error-table.ts';
import { decodeFaultFile } from '../../../src-demo-bank/start-demo-bank.ts';
import { tree } from '../../support/demo-bank/json-tree.ts';
import { openApiMissing, readOpenApi } from '../../support/demo-bank/open-api.ts';
import { ask, askToken, connectTo, getCode, reply, results } from '../../support/demo-bank/bank-visitor.ts';
import { withDemoBank } from '../../support/demo-bank/with-demo-bank.ts';
import type { ErrorCode } from '../../../src-demo-bank/faults/error-table.ts';

const missing = openApiMissing();
const documented = (name: string, run: () => Promise<void>): void =>
  void test(name, async (t) => {
    if (missing === null) await run();
    else t.skip(missing);
  });

const doors: Readonly<Record<'accounts' | 'cards', readonly string[]>> = {
  accounts: ['', '/balance', '/transactions', '/transactions/pending', '/standing_orders', '/direct_debits'],
  cards: ['', '/balance', '/transactions', '/transactions/pending'],
};

documented("every answer of the Data API is as TrueLayer's document says", () =>
  withDemoBank({ accounts: 6, cards: 3, seed: 4 }, async (bank) => {
    const api = readOpenApi('data-api-v1.json');
    const { access_token: token } = await connectTo(bank);
    const check = async (path: string, documentedPath = path): Promise<void> => {
      const answer = await ask(bank, token, path);
      assert.deepEqual(api.problems('GET', documentedPath, answer.status, answer.json), [], path);
      assert.equal(answer.status, 200, path);
      assert.ok(Array.isArray(tree(answer.json)['results']) && tree(answer.json)['status'] === 'Succeeded');
    };
    for (const path of ['/me', '/info', '/accounts', '/cards']) await check(path);
    for (const [index, id] of bank.control.accountIds.entries()) {
      const family = index < 6 ? 'accounts' : 'cards';
      for (const door of doors[family])
        await check(`/${family}/${id}${door}`, `/${family}/{account_id}${door}`);
    }
    const [account = ''] = bank.control.accountIds;
    const wide = `/accounts/${account}/transactions?from=2024-01-01&to=2026-01-06`;
    await check(wide, '/accounts/{account_id}/transactions');
    const queued = await ask(bank, token, `/accounts/${account}/balance?async=true`);
    assert.deepEqual(api.problems('GET', '/accounts/{account_id}/balance', 202, queued.json), []);
  }),
);

documented('every error is in a form that the document knows for its status', () =>
  withDemoBank({ accounts: 1, cards: 0 }, async (bank) => {
    const api = readOpenApi('data-api-v1.json');
    const { access_token: token } = await connectTo(bank);
    const path = `/accounts/${bank.control.accountIds[0] ?? ''}/transactions`;
    for (const code of Object.keys(errorTable) as ErrorCode[]) {
      const file = decodeFaultFile({ faults: [{ kind: 'error', endpoint: 'transactions', error: code }] });
      assert.ok(file.ok);
      bank.control.setFaults(file.value);
      const { status, json } = await ask(bank, token, path);
      assert.equal(status, errorTable[code].status);
      assert.deepEqual(api.problems('GET', '/accounts/{account_id}/transactions', status, json), [], code);
    }
  }),
);

documented("the auth host's answers are as TrueLayer's document says", () =>
  withDemoBank({ accounts: 1, cards: 0 }, async (bank) => {
    const api = readOpenApi('authentication-server.json');
    const good = await askToken(bank, { grant_type: 'authorization_code', code: await getCode(bank) });
    assert.deepEqual(api.problems('POST', '/connect/token', 200, good.json), []);
    const bad = await askToken(bank, { grant_type: 'authorization_code', code: 'spent' });
    assert.deepEqual(bad.json, { error: 'invalid_grant' });
    assert.deepEqual(api.problems('POST', '/connect/token', 400, bad.json), []);
    const wrong = await askToken(bank, { grant_type: 'refresh_token', client_secret: 'no' });
    assert.deepEqual(api.problems('POST', '/connect/token', 400, wrong.json), []);
    const providers = await reply(await fetch(`${bank.authUrl}/api/providers?country=uk`));
    assert.deepEqual(api.problems('GET', '/api/providers', 200, providers.json), []);
    assert.deepEqual((await reply(await fetch(`${bank.authUrl}/api/providers?country=fr`))).json, []);
  }),
);

documented('the check notices what is wrong', () =>
  withDemoBank({ accounts: 1, cards: 1 }, async (bank) => {
    const api = readOpenApi('data-api-v1.json');
    const { access_token: token } = await connectTo(bank);
    const [account = '', card = ''] = bank.control.accountIds;
    const corruptions: readonly ((row: Record<string, unknown>) => void)[] = [
      (row) => delete row['amount'],
      (row) => (row['amount'] = '4.20'),
      (row) => (row['transaction_type'] = 'debit'),
      (row) => (row['transaction_category'] = 'SHOPPING'),
      (row) => (row['merchantname'] = 'Tesco'),
      (row) => (row['merchant_name'] = null),
      (row) => (row['currency'] = 'XYZ'),
    ];
    for (const [family, id] of [
      ['accounts', account],
      ['cards', card],
    ] as const) {
      const rows = results(await ask(bank, token, `/${family}/${id}/transactions`));
      for (const corrupt of corruptions) {
        const row = { ...rows[0] };
        corrupt(row);
        const body = { results: [row], status: 'Succeeded' };
        const found = api.problems('GET', `/${family}/{account_id}/transactions`, 200, body);
        assert.notDeepEqual(found, [], `${family}: ${corrupt.toString()}`);
      }
    }
    assert.notDeepEqual(api.problems('GET', '/me', 404, {}), [], 'an undocumented status');
  }),
);
