import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failed, succeeded, type Result } from '#shared/result.ts';
import { createNoteKeeper } from '../../../../src-renderer/transactions/detail/note-keeper.ts';
import { createBridgeDouble } from '../../../support/bridge-double.ts';
import { usedApp } from '../../../support/window/app-states.ts';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function keeperOf() {
  const app = createBridgeDouble(usedApp);
  app.script('transactions.annotate', () => succeeded({ changed: 1 }));
  const waiting = new Set<() => void>();
  const keeper = createNoteKeeper(app.bridge.call, (act) => {
    waiting.add(act);
    return () => waiting.delete(act);
  });
  const rest = (): void => {
    for (const act of waiting) {
      waiting.delete(act);
      act();
    }
  };
  const notes = () =>
    app.calls.map(({ request }) => (request as { change: { note: string | null } }).change.note);
  return { app, keeper, rest, notes };
}

describe('a note', () => {
  test('is saved once the typing rests, not for every letter', async () => {
    const { keeper, rest, notes } = keeperOf();
    for (const text of ['l', 'lu', 'lunch']) keeper.write(7, text);
    assert.deepEqual(notes(), []);
    rest();
    await settled();
    assert.deepEqual(notes(), ['lunch']);
    assert.deepEqual(keeper.get().get(7), { text: 'lunch', state: 'saved' });
    await keeper.save(7);
    assert.equal(notes().length, 1);
  });

  test('of nothing but space is no note', async () => {
    const { keeper, notes } = keeperOf();
    keeper.write(7, '  ');
    await keeper.save(7);
    assert.deepEqual(notes(), [null]);
  });

  test('that could not be saved is kept, and saved by the next try', async () => {
    const { app, keeper, notes } = keeperOf();
    app.script('transactions.annotate', () => failed({ kind: 'ledger-busy', path: '/l' }));
    keeper.write(7, 'lunch');
    await keeper.save(7);
    assert.deepEqual(keeper.get().get(7), { text: 'lunch', state: 'failed' });
    app.script('transactions.annotate', () => succeeded({ changed: 1 }));
    await keeper.save(7);
    assert.deepEqual(notes(), ['lunch', 'lunch']);
    assert.equal(keeper.get().get(7)?.state, 'saved');
  });

  test('written on while it is being saved arrives whole, and the older text never after the newer', async () => {
    const { app, keeper, rest, notes } = keeperOf();
    const answer = Promise.withResolvers<Result<{ changed: number }>>();
    app.script('transactions.annotate', () => answer.promise);
    keeper.write(7, 'lunch');
    const saving = keeper.save(7);
    keeper.write(7, 'lunch with Ada');
    rest();
    await settled();
    assert.deepEqual(notes(), ['lunch']);
    answer.resolve(succeeded({ changed: 1 }));
    await saving;
    assert.deepEqual(notes(), ['lunch', 'lunch with Ada']);
    assert.equal(keeper.get().get(7)?.text, 'lunch with Ada');
  });

  test('of every row is saved when the window goes', async () => {
    const { keeper, notes } = keeperOf();
    keeper.write(7, 'one');
    keeper.write(8, 'two');
    keeper.saveAll();
    await settled();
    assert.deepEqual(notes(), ['one', 'two']);
  });
});
