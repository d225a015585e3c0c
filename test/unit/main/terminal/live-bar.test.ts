import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { initialProgress, type Progress } from '#shared/progress.ts';
import { createLiveBar, fractionOf } from '../../../../src-main/terminal/live-bar.ts';
import { createScreen } from '../../../../src-main/terminal/screen.ts';
import { fakeSurroundings, type FakeSurroundings } from '../../../support/terminal/fake-surroundings.ts';

const progress: Progress = {
  ...initialProgress('j'),
  status: 'syncing',
  currentAccount: 'Santander Current Account',
  accountsDone: 2,
  totalAccounts: 3,
  pagesDone: 5,
  pagesPlanned: 10,
  transactionsSynced: 450,
};

// oxlint-disable-next-line no-control-regex -- escape sequences are what is looked for
const withoutEscapes = (text: string): string => text.replace(/\u001b\[[\d;?]*[a-zA-Z]/g, '');
const lastDrawn = (terminal: FakeSurroundings): string =>
  withoutEscapes(terminal.out().split('\r').at(-1) ?? '');

function barOn(terminal: FakeSurroundings) {
  return createLiveBar(createScreen(terminal, { json: false }), terminal.clock.nowMs);
}

describe('the live bar', () => {
  test('shows how far, who, and how many rows, on one line', () => {
    const terminal = fakeSurroundings({ isTty: true, columns: 120 });
    barOn(terminal).show(progress);
    assert.equal(
      lastDrawn(terminal),
      '[##########----------]  50 %  Syncing Santander Current Account (2/3 accounts) - 450 transactions',
    );
  });

  for (const columns of [120, 80, 61, 60, 40, 20, 2]) {
    test(`never fills the last of ${String(columns)} columns`, () => {
      const terminal = fakeSurroundings({ isTty: true, columns });
      barOn(terminal).show({ ...progress, currentAccount: 'A bank with a name that goes on and on' });
      assert.ok([...lastDrawn(terminal)].length < columns, lastDrawn(terminal));
    });
  }

  test('cuts the name of the account before the reason of a wait', () => {
    const terminal = fakeSurroundings({ isTty: true, columns: 109 });
    const untilIso = new Date(terminal.clock.nowMs() + 7000).toISOString();
    barOn(terminal).show({ ...progress, waiting: { cause: 'rate-limit', untilIso } });
    assert.match(
      lastDrawn(terminal),
      /^\[#{5}-{5}\] {2}50 % {2}Syncing Santa… \(2\/3 accounts\) - 450 transactions - waiting 7 s for the bank's rate limit$/,
    );
  });

  test('does not run backwards when the plan grows', () => {
    const terminal = fakeSurroundings({ isTty: true, columns: 120 });
    const bar = barOn(terminal);
    bar.show(progress);
    bar.show({ ...progress, pagesPlanned: 40 });
    assert.match(lastDrawn(terminal), /^\[#{10}-{10}\] {2}50 %/);
  });

  test('says how long is left, and while it waits what for', () => {
    const terminal = fakeSurroundings({ isTty: true, columns: 140 });
    const bar = barOn(terminal);
    bar.show({ ...progress, etaMs: 12_000 });
    assert.match(lastDrawn(terminal), /450 transactions, 12 s left$/);
    const untilIso = new Date(terminal.clock.nowMs() + 7000).toISOString();
    bar.show({ ...progress, etaMs: 12_000, waiting: { cause: 'rate-limit', untilIso } });
    assert.match(lastDrawn(terminal), /waiting 7 s for the bank's rate limit$/);
  });

  test('keeps a printed line above itself', () => {
    const terminal = fakeSurroundings({ isTty: true, columns: 120 });
    const bar = barOn(terminal);
    bar.show(progress);
    bar.print('Finished Current');
    assert.match(withoutEscapes(terminal.out()), /\rFinished Current\n\r\[###/);
  });

  test('gives the cursor back once, and draws nothing after its end', () => {
    const terminal = fakeSurroundings({ isTty: true });
    const bar = barOn(terminal);
    bar.show(progress);
    bar.end();
    const atEnd = terminal.out();
    assert.ok(atEnd.startsWith('\u001b[?25l') && atEnd.endsWith('\u001b[?25h'));
    bar.end();
    bar.show(progress);
    assert.equal(terminal.out(), atEnd);
  });

  test('has no colour where NO_COLOR is set', () => {
    const coloured = fakeSurroundings({ isTty: true, columns: 120 });
    const plain = fakeSurroundings({ isTty: true, columns: 120, env: { NO_COLOR: '1' } });
    for (const terminal of [coloured, plain]) barOn(terminal).show(progress);
    assert.ok(coloured.out().includes('\u001b[32m'));
    assert.ok(!plain.out().includes('\u001b[32m'));
  });

  test('does not obey escapes in the name of an account', () => {
    const terminal = fakeSurroundings({ isTty: true, columns: 120 });
    barOn(terminal).show({ ...progress, currentAccount: 'evil\u001b[2J\nname' });
    assert.ok(!terminal.out().includes('\u001b[2J'));
    assert.ok(!terminal.out().includes('\n'));
  });
});

test('nothing planned is nothing done, and completed is all done whatever the plan said', () => {
  assert.equal(fractionOf(initialProgress('j')), 0);
  assert.equal(fractionOf({ ...progress, status: 'completed' }), 1);
});
