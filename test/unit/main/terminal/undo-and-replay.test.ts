import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ReplayReport } from '#shared/restatement.ts';
import { failed, succeeded } from '#shared/result.ts';
import { replay } from '../../../../src-main/terminal/commands/replay.ts';
import { undo } from '../../../../src-main/terminal/commands/undo.ts';
import { type FakeLedgerAnswers, fakeLedgerThread } from '../../../support/terminal/fake-ledger-thread.ts';
import { fakeParts } from '../../../support/terminal/fake-parts.ts';
import { fakeSurroundings } from '../../../support/terminal/fake-surroundings.ts';
import { testContext } from '../../../support/terminal/test-context.ts';
import { undoSample } from '../../../support/window/receipt-samples.ts';

function at(answers: FakeLedgerAnswers, json = false) {
  const ledger = fakeLedgerThread(answers);
  const terminal = fakeSurroundings();
  const context = testContext(terminal, { json, parts: fakeParts({ createLedger: () => ledger }) });
  return { ledger, terminal, context };
}

const undoing: FakeLedgerAnswers = {
  'undo-job': ({ apply }) => succeeded({ ...undoSample, isApplied: apply }),
};
const found: ReplayReport = {
  isApplied: false,
  accounts: [],
  totals: { added: 1, changed: 2, removed: 0, relinked: 0, refreshed: 3 },
  examples: undoSample.examples,
  pages: 45,
  unreadable: 1,
  same: 5700,
};

describe('passbook undo', () => {
  test('with --dry-run shows what it would take back, some of the rows, and how to do it', async () => {
    const { ledger, terminal, context } = at(undoing);
    assert.equal(await undo(context, 'job-7', false), 0);
    assert.match(terminal.out(), /To be taken back: 430 rows that came with it\.\nTo be put back: 4 rows/);
    assert.match(terminal.out(), /To be kept: 12 rows, because a later sync brought or changed them too\./);
    assert.match(terminal.out(), /~ {2}2026-11-20 +-52\.00 GBP {2}TESCO STORES 2264 +amount: -50\.00 GBP/);
    assert.match(terminal.out(), /and 437 more\.\nNo row is deleted/);
    assert.match(terminal.out(), /Nothing was changed yet\. To do it: passbook undo job-7\n$/);
    const task = ledger.tasks.find(({ kind }) => kind === 'undo-job');
    assert.equal(task?.kind === 'undo-job' && task.apply, false);
  });

  test('does it and says so', async () => {
    const { terminal, context } = at(undoing);
    assert.equal(await undo(context, 'job-7', true), 0);
    assert.match(terminal.out(), /^Taken back: 430 rows that came with it\.\n/);
    assert.match(terminal.out(), /Asked again by the next sync: 31 days, summed over accounts\.\n$/);
  });

  test('--json prints the report and nothing else', async () => {
    const { terminal, context } = at(undoing, true);
    assert.equal(await undo(context, 'job-7', false), 0);
    assert.deepEqual(JSON.parse(terminal.out()), undoSample);
  });

  test('a job that runs is told in words, and is no success', async () => {
    const { terminal, context } = at({ 'undo-job': () => failed({ kind: 'job-running', jobId: 'job-7' }) });
    assert.equal(await undo(context, 'job-7', true), 1);
    assert.match(terminal.err(), /The sync job-7 is still running\. Nothing was changed\./);
  });
});

describe('passbook replay', () => {
  test('shows the difference first, and how to apply it', async () => {
    const { terminal, context } = at({ 'replay-pages': () => succeeded(found) });
    assert.equal(await replay(context, {}), 0);
    assert.match(terminal.out(), /^Read again: 45 stored pages\. The same as now: 5700 rows\.\n/);
    assert.match(terminal.out(), /To be changed: 1 row added, 2 rows saying something else, 3 rows in ids/);
    assert.match(terminal.out(), /To do it: passbook replay --apply\n$/);
  });

  test('of one account names it in what to type next', async () => {
    const { ledger, terminal, context } = at({ 'replay-pages': () => succeeded(found) });
    assert.equal(await replay(context, { account: 'acc' }), 0);
    const task = ledger.tasks.find(({ kind }) => kind === 'replay-pages');
    assert.equal(task?.kind === 'replay-pages' && task.accountId, 'acc');
    assert.match(terminal.out(), /passbook replay --account acc --apply\n$/);
  });

  test('without a difference there is nothing to do', async () => {
    const nothing = { added: 0, changed: 0, removed: 0, relinked: 0, refreshed: 0 };
    const same = { ...found, totals: nothing, examples: [], unreadable: 0 };
    const { terminal, context } = at({ 'replay-pages': () => succeeded(same) });
    assert.equal(await replay(context, {}), 0);
    assert.match(terminal.out(), /Nothing differs\.\n$/);
  });
});
