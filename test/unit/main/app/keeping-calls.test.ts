import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failed, type Result, succeeded } from '#shared/result.ts';
import type { Board } from '../../../../src-main/app/board.ts';
import { answerKeepingCalls, type KeepingCallParts } from '../../../../src-main/app/keeping-calls.ts';
import type { Workplace } from '../../../../src-main/app/workplace.ts';
import { logInMemory } from '../../../support/desktop/log-in-memory.ts';
import { recordingDesktop } from '../../../support/desktop/recording-desktop.ts';
import { fakeLedgerThread } from '../../../support/terminal/fake-ledger-thread.ts';

const place = { kind: 'real', ledgerPath: '/data/ledger.sqlite' } as Workplace;
const busy = failed({ kind: 'ledger-busy', path: place.ledgerPath });

function stage(changes: Partial<KeepingCallParts> = {}) {
  const ledger = fakeLedgerThread({ 'move-ledger': () => succeeded({ transactions: 3 }) });
  const longTasks = fakeLedgerThread({ 'close-ledger': () => succeeded(null) });
  const desktop = recordingDesktop();
  desktop.choose('/usb');
  let written: string | null = null;
  const board: Pick<Board, 'present' | 'move'> = {
    present: () => Promise.resolve(succeeded(place)),
    move: async (move): Promise<Result<Workplace>> => {
      const moved = await move();
      return moved.ok ? succeeded(place) : moved;
    },
  };
  const calls = answerKeepingCalls({
    deps: {
      ledger,
      longTasks,
      desktop,
      ledgerPaths: { real: place.ledgerPath, demo: '/data/demo.sqlite' },
      ledgerPlace: {
        read: () => ({ ledgerPath: written }),
        write: ({ ledgerPath }) => {
          written = ledgerPath;
          return true;
        },
      },
      log: { ...logInMemory(), protect: () => undefined, close: () => undefined },
    },
    board: board as Board,
    alone: (work) => work(),
    isConnecting: () => false,
    ...changes,
  });
  return { calls, ledger, written: () => written };
}

describe('the ledger is moved', () => {
  test('and found at its new place from then on', async () => {
    const { calls, written } = stage();
    assert.deepEqual(await calls['ledger.move'](null), succeeded({ ledgerPath: '/usb/ledger.sqlite' }));
    assert.equal(written(), '/usb/ledger.sqlite');
  });

  test('not while a job runs', async () => {
    const { calls, ledger } = stage({ alone: () => Promise.resolve(null) });
    assert.deepEqual(await calls['ledger.move'](null), busy);
    assert.deepEqual(ledger.tasks, []);
  });

  test('not while the user is at a bank: what comes of that would be kept at the old place', async () => {
    const { calls, ledger } = stage({ isConnecting: () => true });
    assert.deepEqual(await calls['ledger.move'](null), busy);
    assert.deepEqual(ledger.tasks, []);
  });
});
