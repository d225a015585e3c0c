import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failed, succeeded } from '#shared/result.ts';
import type { AskLedger } from '../../../../src-main/app/ask-ledger.ts';
import { answerJobCalls } from '../../../../src-main/app/job-calls.ts';
import { type FakeLedgerAnswers, fakeLedgerThread } from '../../../support/terminal/fake-ledger-thread.ts';
import { undoSample } from '../../../support/window/receipt-samples.ts';

const at = { ledgerPath: '/l.sqlite', nowIso: '2026-11-23T15:00:00.000Z' };

function calls(chosen: string | null, answers: FakeLedgerAnswers) {
  const ledger = fakeLedgerThread(answers);
  const ask: AskLedger = (task) => ledger.run(task(at));
  const wishes: unknown[] = [];
  let refreshed = 0;
  const answer = answerJobCalls({
    ask,
    askLong: ask,
    desktop: {
      chooseSaveFile: (wish) => {
        wishes.push(wish);
        return Promise.resolve(chosen);
      },
    },
    afterUndo: () => {
      refreshed += 1;
      return Promise.resolve();
    },
  });
  return { answer, ledger, wishes, refreshed: () => refreshed };
}

describe('a receipt saved from the window', () => {
  const exported: FakeLedgerAnswers = { 'export-receipt': () => succeeded({ entries: 4 }) };

  test('goes where the system’s dialog says, and only its name goes back', async () => {
    const { answer, ledger, wishes } = calls('/home/ada/r.json', exported);
    assert.deepEqual(await answer['jobs.save-receipt']({ jobId: 'j1' }), succeeded({ fileName: 'r.json' }));
    assert.deepEqual(wishes, [{ suggestedName: 'Passbook receipt j1.json', extension: 'json' }]);
    assert.deepEqual(ledger.tasks, [{ kind: 'export-receipt', ...at, jobId: 'j1', out: '/home/ada/r.json' }]);
  });

  test('is not written when the dialog is closed', async () => {
    const { answer, ledger } = calls(null, exported);
    assert.deepEqual(await answer['jobs.save-receipt']({ jobId: 'j1' }), succeeded(null));
    assert.deepEqual(ledger.tasks, []);
  });
});

describe('a sync taken back from the window', () => {
  test('has the window told of the new state when it is done, and only then', async () => {
    const { answer, refreshed } = calls(null, {
      'undo-job': ({ apply }) => succeeded({ ...undoSample, isApplied: apply }),
    });
    await answer['jobs.undo']({ jobId: 'j1', apply: false });
    assert.equal(refreshed(), 0);
    const done = await answer['jobs.undo']({ jobId: 'j1', apply: true });
    assert.ok(done.ok && done.value.isApplied);
    assert.equal(refreshed(), 1);
  });

  test('a failure changes nothing and is handed on', async () => {
    const undone = { kind: 'job-undone', jobId: 'j1', atIso: at.nowIso } as const;
    const { answer, refreshed } = calls(null, { 'undo-job': () => failed(undone) });
    assert.deepEqual(await answer['jobs.undo']({ jobId: 'j1', apply: true }), failed(undone));
    assert.equal(refreshed(), 0);
  });
});
