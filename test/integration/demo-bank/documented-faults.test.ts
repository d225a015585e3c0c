import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { errorTable } from '../../../src-demo-bank/faults/error-table.ts';
import { endpointSchema, faultSchema } from '../../../src-demo-bank/faults/fault-schema.ts';
import { decodeFaultFile } from '../../../src-demo-bank/start-demo-bank.ts';
import { ask, askToken, connectTo, results, verdict } from '../../support/demo-bank/bank-visitor.ts';
import { withDemoBank } from '../../support/demo-bank/with-demo-bank.ts';
import type { DemoBank } from '../../../src-demo-bank/start-demo-bank.ts';
import type { Reply, Tokens } from '../../support/demo-bank/bank-visitor.ts';

const page = readFileSync(new URL('../../../docs/demo-bank.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/```json\n(.+?)```/gsu)].map(([, text = '']) => text);

type Look = (query?: string) => Promise<Reply>;

/** Runs the nth JSON block of `docs/demo-bank.md`, as it stands there. */
const withExample = (
  nth: number,
  run: (look: Look, bank: DemoBank, tokens: Tokens) => Promise<void>,
): Promise<void> => {
  const decoded = decodeFaultFile(JSON.parse(examples[nth] ?? 'null'));
  assert.ok(decoded.ok, decoded.ok ? '' : decoded.problem);
  return withDemoBank({ accounts: 1, cards: 1, pending: 2, faults: decoded.value }, async (bank) => {
    const tokens = await connectTo(bank);
    const path = `/accounts/${bank.control.accountIds[0] ?? ''}/transactions`;
    await run((query = '') => ask(bank, tokens.access_token, path + query), bank, tokens);
  });
};

describe('docs/demo-bank.md', () => {
  test('names every kind, endpoint and error there is', () => {
    const kinds = faultSchema.options.map((option) => option.unwrap().shape.kind.value);
    for (const name of [...kinds, ...endpointSchema.options, ...Object.keys(errorTable)]) {
      assert.ok(page.includes(`\`${name}\``), `${name} is not documented`);
    }
  });

  test('has four examples, all tried here', () => assert.equal(examples.length, 4));

  test('example 1: the second and third call are refused, with seconds and with a date', () =>
    withExample(0, async (look) => {
      const seen = [];
      for (let call = 1; call <= 4; call += 1) {
        const { status, headers } = await look();
        seen.push([status, headers.get('retry-after')]);
      }
      assert.deepEqual(seen, [
        [200, null],
        [429, '2'],
        [429, 'Tue, 06 Jan 2026 08:00:03 GMT'],
        [200, null],
      ]);
    }));

  test('example 2: the token expires and its refresh is lost', () =>
    withExample(1, async (look, bank, tokens) => {
      await look();
      assert.equal(verdict(await look()), '401 invalid_token');
      const refresh = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? '' };
      await assert.rejects(askToken(bank, refresh));
      assert.equal(verdict(await askToken(bank, refresh)), '400 invalid_grant');
    }));

  test('example 3: wide ranges are refused, narrow ones come bare and under new ids', () =>
    withExample(2, async (look) => {
      assert.equal(verdict(await look('?from=2025-11-01&to=2026-01-06')), '400 invalid_date_range');
      const range = '?from=2025-12-10&to=2026-01-06';
      const [first, second] = [results(await look(range)), results(await look(range))];
      assert.ok(first.length > 0 && first.every((row) => !('meta' in row)));
      assert.notEqual(first[0]?.['transaction_id'], second[0]?.['transaction_id']);
    }));

  test('example 4: at the second look at the balance pending has settled and a late row is there', () =>
    withExample(3, async (_look, bank, tokens) => {
      const account = bank.control.accountIds[0] ?? '';
      const look = () => ask(bank, tokens.access_token, `/accounts/${account}/balance`);
      await look();
      const before = bank.control.truth(account);
      await look();
      const after = bank.control.truth(account);
      assert.equal(before.pending.length, 2);
      assert.equal(after.pending.length, 0);
      assert.equal(after.booked.length, before.booked.length + 3);
    }));
});
