import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failed, succeeded } from '#shared/result.ts';
import { createDecisionKeeper, decided } from '../../../../src-renderer/review/decision-keeper.ts';
import { createBridgeDouble } from '../../../support/bridge-double.ts';
import { usedApp } from '../../../support/window/app-states.ts';
import { settlementSamples } from '../../../support/window/settlement-samples.ts';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const [first, second] = settlementSamples;
assert.ok(first !== undefined && second !== undefined);

function keeperOf() {
  const app = createBridgeDouble(usedApp);
  app.script('settlements.decide', () => succeeded(null));
  let due: (() => void) | null = null;
  const keeper = createDecisionKeeper(app.bridge.call, (act) => {
    due = act;
    return () => {
      due = null;
    };
  });
  return { app, keeper, pass: () => due?.(), told: () => app.calls.map(({ request }) => request) };
}

describe('a decision about a match', () => {
  test('is seen at once, and told when the time to take it back has passed', async () => {
    const { keeper, pass, told } = keeperOf();
    keeper.decide(first, 'undone');
    assert.equal(decided(settlementSamples, keeper.get().verdicts).includes(first), false);
    assert.deepEqual(told(), []);
    pass();
    await settled();
    assert.deepEqual(told(), [{ pendingId: first.id, verdict: 'undone' }]);
    assert.equal(keeper.get().verdicts.get(first.id), 'undone');
  });

  test('taken back was never made', async () => {
    const { keeper, pass, told } = keeperOf();
    keeper.decide(first, 'undone');
    keeper.takeBack();
    pass();
    await keeper.settle();
    assert.deepEqual(told(), []);
    assert.deepEqual(decided(settlementSamples, keeper.get().verdicts), settlementSamples);
  });

  test('is made final by the next one, which can then be taken back', async () => {
    const { keeper, told } = keeperOf();
    keeper.decide(first, 'confirmed');
    keeper.decide(second, 'undone');
    await settled();
    assert.deepEqual(told(), [{ pendingId: first.id, verdict: 'confirmed' }]);
    keeper.takeBack();
    assert.deepEqual([...keeper.get().verdicts], [[first.id, 'confirmed']]);
  });

  test('is told once, whoever asks', async () => {
    const { keeper, told } = keeperOf();
    keeper.decide(first, 'confirmed');
    await Promise.all([keeper.settle(), keeper.settle()]);
    assert.equal(told().length, 1);
  });

  test('that the ledger did not take is none, and says why', async () => {
    const { app, keeper } = keeperOf();
    app.script('settlements.decide', () => failed({ kind: 'ledger-busy', path: '/l' }));
    keeper.decide(first, 'confirmed');
    await keeper.settle();
    assert.equal(keeper.get().failure?.kind, 'ledger-busy');
    assert.deepEqual(decided(settlementSamples, keeper.get().verdicts), settlementSamples);
  });

  test('to confirm leaves the match in the list, no longer in doubt', () => {
    const rows = decided(settlementSamples, new Map([[first.id, 'confirmed']]));
    assert.equal(rows[0]?.confidence, 'confirmed');
    assert.equal(rows.length, settlementSamples.length);
  });
});
