import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failed, succeeded, type Result } from '#shared/result.ts';
import { createNoteKeeper } from '../../../../src-renderer/transactions/detail/note-keeper.ts';
import { createBridgeDouble } from '../../../support/bridge-double.ts';
import { usedApp } from '../../../support/window/app-states.ts';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const taken = () => succeeded({ changed: 1 });
const busy = failed({ kind: 'ledger-busy', path: '/l' });

function keeperOf() {
  const app = createBridgeDouble(usedApp);
  app.script('transactions.annotate', taken);
  let nowMs = 0;
  const waiting = new Map<() => void, number>();
  const keeper = createNoteKeeper(app.bridge.call, (act, ms) => {
    waiting.set(act, nowMs + ms);
    return () => waiting.delete(act);
  });
  /** Lets time pass, and what was sent be answered. */
  const pass = async (ms: number): Promise<void> => {
    for (const endMs = nowMs + ms; nowMs < endMs; nowMs += 50) {
      for (const [act, dueMs] of waiting) {
        if (dueMs > nowMs + 50) continue;
        waiting.delete(act);
        act();
      }
      await settled();
    }
  };
  const notes = () =>
    app.calls.map(({ request }) => (request as { change: { note: string | null } }).change.note);
  return { app, keeper, pass, notes, shown: () => keeper.get().get(7) };
}

describe('a note', () => {
  test('is in the ledger a moment after a letter was typed, and not for every letter', async () => {
    const { keeper, pass, notes } = keeperOf();
    for (const text of ['l', 'lu', 'lunch']) keeper.write(7, text);
    assert.deepEqual(notes(), []);
    await pass(250);
    assert.deepEqual(notes(), ['lunch']);
  });

  test('goes on being stored while somebody types without a rest, who is told that it is saved at the end', async () => {
    const { keeper, pass, notes, shown } = keeperOf();
    let text = '';
    for (let letter = 0; letter < 20; letter += 1) {
      text += 'x';
      keeper.write(7, text);
      await pass(100);
      assert.ok((notes().at(-1)?.length ?? 0) >= text.length - 3, `${String(notes().at(-1))} of ${text}`);
      assert.notEqual(shown()?.state, 'saved');
    }
    assert.ok(notes().length <= 8, `${notes().length} writes`);
    await pass(700);
    assert.deepEqual(shown(), { text, state: 'saved' });
    const writes = notes().length;
    await keeper.save(7);
    await pass(10_000);
    assert.equal(notes().length, writes, 'the same text is not written again');
  });

  test('is saved at once when its field is left, and then the ledger is trusted again', async () => {
    const { keeper, notes, shown } = keeperOf();
    keeper.write(7, 'lunch');
    await keeper.save(7);
    assert.deepEqual(shown(), { text: 'lunch', state: 'saved' });
    keeper.write(7, 'lunch with Ada');
    await keeper.leave(7);
    assert.deepEqual(notes(), ['lunch', 'lunch with Ada']);
    assert.equal(shown(), undefined);
  });

  test('of nothing but space is no note', async () => {
    const { keeper, notes } = keeperOf();
    keeper.write(7, '  ');
    await keeper.save(7);
    assert.deepEqual(notes(), [null]);
  });

  test('that could not be saved is kept with the reason, also when its field goes, and tried again by itself', async () => {
    const { app, keeper, pass, notes, shown } = keeperOf();
    app.script('transactions.annotate', () => busy);
    keeper.write(7, 'lunch');
    await keeper.leave(7);
    assert.deepEqual(shown(), {
      text: 'lunch',
      state: 'failed',
      failure: { kind: 'ledger-busy', path: '/l' },
    });
    app.script('transactions.annotate', taken);
    await pass(5000);
    assert.deepEqual(notes(), ['lunch', 'lunch']);
    assert.equal(shown()?.state, 'saved');
  });

  test('that could not be saved is tried again at once when it is written on', async () => {
    const { app, keeper, pass, notes } = keeperOf();
    app.script('transactions.annotate', () => busy);
    keeper.write(7, 'lunch');
    await keeper.save(7);
    app.script('transactions.annotate', taken);
    keeper.write(7, 'lunch!');
    await pass(250);
    assert.deepEqual(notes(), ['lunch', 'lunch!']);
  });

  test('written on while it is being saved arrives whole, and the older text never after the newer', async () => {
    const { app, keeper, pass, notes } = keeperOf();
    const answer = Promise.withResolvers<Result<{ changed: number }>>();
    app.script('transactions.annotate', () => answer.promise);
    keeper.write(7, 'lunch');
    void keeper.save(7);
    keeper.write(7, 'lunch with Ada');
    const left = keeper.saveAll();
    await pass(1000);
    assert.deepEqual(notes(), ['lunch']);
    answer.resolve(succeeded({ changed: 1 }));
    await left;
    assert.deepEqual(notes(), ['lunch', 'lunch with Ada'], 'who leaves waits for both');
    assert.deepEqual(keeper.get().get(7), { text: 'lunch with Ada', state: 'saved' });
  });

  test('of every row is saved when the window goes', async () => {
    const { keeper, notes } = keeperOf();
    keeper.write(7, 'one');
    keeper.write(8, 'two');
    await keeper.saveAll();
    assert.deepEqual(notes(), ['one', 'two']);
  });
});
