import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LedgerUpdate, TellUpdate } from '#shared/ledger-update.ts';
import { succeeded } from '#shared/result.ts';
import { answerLedgerUpdateCalls } from '../../../../src-main/app/ledger-update-calls.ts';
import { logInMemory } from '../../../support/desktop/log-in-memory.ts';
import { recordingDesktop } from '../../../support/desktop/recording-desktop.ts';
import { fakeLedgerThread } from '../../../support/terminal/fake-ledger-thread.ts';

const at = (step: number): LedgerUpdate => ({
  ledgerPath: '/data/ledger.sqlite',
  copyPath: '/data/ledger.sqlite.v7.bak',
  step,
  steps: 3,
  isCopying: step === 1,
});

test('the window hears of each step of an update, and one that opens meanwhile of the last', async () => {
  const listeners: TellUpdate[] = [];
  const ledger = { ...fakeLedgerThread(), onUpdate: (listener: TellUpdate) => void listeners.push(listener) };
  const desktop = recordingDesktop();
  const log = logInMemory();
  const calls = answerLedgerUpdateCalls({ ledger, desktop, log });
  const ask = () => calls['ledger.update'](null);
  const [tell] = listeners;
  assert.ok(tell !== undefined);
  assert.deepEqual(await ask(), succeeded(null));
  for (const step of [1, 2, 3]) {
    tell(at(step));
    assert.deepEqual(await ask(), succeeded(at(step)));
  }
  tell(null);
  assert.deepEqual(await ask(), succeeded(null));
  assert.deepEqual(desktop.pushed('ledger.updating'), [at(1), at(2), at(3), null]);
});
