import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at } from '../../support/demo-bank/json-tree.ts';
import { ask, connectTo, results, verdict } from '../../support/demo-bank/bank-visitor.ts';
import { withDemoBank } from '../../support/demo-bank/with-demo-bank.ts';

test('async=true answers 202, then Queued, then Running, then the results', () =>
  withDemoBank({ accounts: 1, cards: 0 }, async (bank) => {
    const { access_token: token } = await connectTo(bank);
    const path = `/accounts/${bank.control.accountIds[0] ?? ''}/balance`;
    const queued = await ask(bank, token, `${path}?async=true`);
    assert.equal(queued.status, 202);
    const id = String(at(queued.json, 'task_id'));
    assert.equal(at(queued.json, 'results_uri'), `${bank.apiUrl}/data/v1/results/${id}`);
    const states = [];
    for (let poll = 1; poll <= 3; poll += 1) {
      const answer = await ask(bank, token, `/results/${id}`);
      states.push(at(answer.json, 'status'));
      if (poll === 3) assert.deepEqual(results(answer), results(await ask(bank, token, path)));
    }
    assert.deepEqual(states, ['Queued', 'Running', 'Succeeded']);
    assert.equal(verdict(await ask(bank, token, '/results/none')), '404 not_found');
    assert.equal(verdict(await ask(bank, 'none', `/results/${id}`)), '401 unauthorized');
  }));
