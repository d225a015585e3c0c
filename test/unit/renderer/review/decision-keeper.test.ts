import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { createDecisionKeeper, decided } from '../../../../src-renderer/review/decision-keeper.ts';
import { createBridgeDouble } from '../../../support/bridge-double.ts';
import { usedApp } from '../../../support/window/app-states.ts';
import { settlementSamples } from '../../../support/window/settlement-samples.ts';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const [first, second] = settlementSamples;
assert.ok(first !== undefined && second !== undefined);

function keeperOf() {
  const app = createBridgeDouble(usedApp);
  const keeper = createDecisionKeeper(app.bridge.call);
  const shown = () => decided(settlementSamples, keeper.get().verdicts);
  return { app, keeper, shown, told: () => app.calls.map(({ name, request }) => [name, request]) };
}

const decidedAs = (pendingId: number, verdict: string) => ['settlements.decide', { pendingId, verdict }];
const takenBack = (pendingId: number) => ['settlements.take-back', { pendingId }];
const busy = failed({ kind: 'ledger-busy', path: '/l' });

describe('a decision about a match', () => {
  test('is seen and told at once', () => {
    const { keeper, shown, told } = keeperOf();
    keeper.decide(first, 'undone');
    assert.equal(shown().includes(first), false);
    assert.deepEqual(told(), [decidedAs(first.id, 'undone')]);
    keeper.dismiss();
    assert.equal(keeper.get().last, null);
    assert.equal(shown().includes(first), false);
  });

  test('taken back is told too, after it', async () => {
    const { app, keeper, shown, told } = keeperOf();
    const answer = Promise.withResolvers<Result<null>>();
    app.script('settlements.decide', () => answer.promise);
    keeper.decide(first, 'undone');
    const back = keeper.takeBack();
    assert.deepEqual(shown(), settlementSamples, 'seen at once');
    await settled();
    assert.equal(told().length, 1);
    answer.resolve(succeeded(null));
    await back;
    assert.deepEqual(told(), [decidedAs(first.id, 'undone'), takenBack(first.id)]);
    await keeper.takeBack();
    assert.equal(told().length, 2, 'once');
  });

  test('made anew while the first is still being taken back is told after that, and stands', async () => {
    const { app, keeper, shown, told } = keeperOf();
    const answer = Promise.withResolvers<Result<null>>();
    app.script('settlements.decide', ({ verdict }) =>
      verdict === 'undone' ? answer.promise : succeeded(null),
    );
    keeper.decide(first, 'undone');
    const back = keeper.takeBack();
    keeper.decide(first, 'confirmed');
    assert.equal(shown()[0]?.verdict, 'confirmed', 'seen at once');
    answer.resolve(succeeded(null));
    await back;
    await settled();
    assert.deepEqual(told(), [
      decidedAs(first.id, 'undone'),
      takenBack(first.id),
      decidedAs(first.id, 'confirmed'),
    ]);
    assert.equal(shown()[0]?.verdict, 'confirmed');
    await keeper.takeBack();
    assert.deepEqual(told().at(-1), takenBack(first.id));
    assert.deepEqual(shown(), settlementSamples);
  });

  test('stays when it cannot be taken back any more, and says why', async () => {
    const { app, keeper, shown } = keeperOf();
    app.script('settlements.take-back', () => failed({ kind: 'decision-overtaken' }));
    keeper.decide(first, 'undone');
    await keeper.takeBack();
    assert.equal(keeper.get().failure?.kind, 'decision-overtaken');
    assert.equal(shown().includes(first), false);
  });

  test('is followed by another, which is the one to take back then', async () => {
    const { keeper, told } = keeperOf();
    keeper.decide(first, 'confirmed');
    keeper.decide(second, 'undone');
    await keeper.takeBack();
    assert.deepEqual(told().at(-1), takenBack(second.id));
    assert.deepEqual([...keeper.get().verdicts.values()], ['confirmed']);
  });

  test('that the ledger did not take is none, says why, and is not taken back', async () => {
    const { app, keeper, shown, told } = keeperOf();
    app.script('settlements.decide', () => busy);
    keeper.decide(first, 'confirmed');
    await settled();
    assert.deepEqual([keeper.get().failure?.kind, keeper.get().last], ['ledger-busy', null]);
    assert.deepEqual(shown(), settlementSamples);
    keeper.decide(first, 'confirmed');
    assert.equal(keeper.get().failure, null);
    await keeper.takeBack();
    assert.equal(told().filter(([name]) => name === 'settlements.take-back').length, 0);
  });

  test('that failed does not take the sentence of a later one away', async () => {
    const { app, keeper } = keeperOf();
    app.script('settlements.decide', ({ pendingId }) => (pendingId === first.id ? busy : succeeded(null)));
    keeper.decide(first, 'confirmed');
    keeper.decide(second, 'undone');
    await settled();
    assert.equal(keeper.get().last?.row, second);
    assert.equal(keeper.get().failure?.kind, 'ledger-busy');
  });

  test('to confirm leaves the match in the list, no longer in doubt', () => {
    const { keeper, shown } = keeperOf();
    keeper.decide(first, 'confirmed');
    assert.equal(shown()[0]?.confidence, 'confirmed');
    assert.equal(shown().length, settlementSamples.length);
  });

  test('is about two rows: a pending one that is linked anew is another match', () => {
    const { keeper } = keeperOf();
    keeper.decide(first, 'undone');
    const anew = { ...first, booked_id: 77 };
    assert.deepEqual(decided([first, anew], keeper.get().verdicts), [anew]);
  });
});
