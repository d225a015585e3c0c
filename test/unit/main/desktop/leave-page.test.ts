import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createPageLeave } from '../../../../src-main/desktop/leave-page.ts';

function asked() {
  const waiting = new Set<() => void>();
  let told = 0;
  const leave = createPageLeave(
    () => (told += 1),
    (act) => {
      waiting.add(act);
      return () => waiting.delete(act);
    },
  );
  return {
    leave,
    waiting,
    told: () => told,
    isOver: async (asking: Promise<void>) => {
      const over = await Promise.race([
        asking.then(() => true),
        new Promise((resolve) => setImmediate(resolve, false)),
      ]);
      return over === true;
    },
  };
}

describe('a page that is left', () => {
  test('is asked first, and waited for until it has answered', async () => {
    const { leave, waiting, told, isOver } = asked();
    const asking = leave.ask();
    assert.equal(await isOver(asking), false);
    leave.answered();
    assert.equal(await isOver(asking), true);
    assert.deepEqual([told(), waiting.size], [1, 0]);
  });

  test('that hangs does not keep the window', async () => {
    const { leave, waiting, isOver } = asked();
    const asking = leave.ask();
    for (const act of waiting) act();
    assert.equal(await isOver(asking), true);
  });

  test('is asked once by two who want it gone, and anew the next time', async () => {
    const { leave, told } = asked();
    const both = [leave.ask(), leave.ask()];
    leave.answered();
    await Promise.all(both);
    assert.equal(told(), 1);
    leave.answered();
    const next = leave.ask();
    leave.answered();
    await next;
    assert.equal(told(), 2);
  });
});
