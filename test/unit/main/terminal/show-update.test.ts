import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { LedgerUpdate } from '#shared/ledger-update.ts';
import { showUpdate } from '../../../../src-main/terminal/show-update.ts';
import { fakeSurroundings } from '../../../support/terminal/fake-surroundings.ts';

const copyPath = '/data/ledger.sqlite.v7.bak';
const at = (step: number): LedgerUpdate => ({
  ledgerPath: '/data/ledger.sqlite',
  copyPath,
  step,
  steps: 3,
  isCopying: step === 1,
});

describe('bringing an older ledger up to date', () => {
  test('is a line that changes at a terminal, and one that stays at the end', () => {
    const terminal = fakeSurroundings({ isTty: true, columns: 60 });
    const tell = showUpdate(terminal);
    for (const step of [1, 2, 3]) tell(at(step));
    const drawn = terminal.err().split('\r\u001b[K');
    assert.deepEqual(
      drawn.slice(1).map((line) => line.slice(0, 58)),
      [
        'Bringing your ledger up to date. Step 1 of 3: copying it. ',
        'Bringing your ledger up to date. Step 2 of 3. A copy of it',
        'Bringing your ledger up to date. Step 3 of 3. A copy of it',
      ],
    );
    assert.ok(drawn.every((line) => line.length < 60));
    tell(at(4));
    tell(null);
    assert.ok(
      terminal
        .err()
        .endsWith(`\r\u001b[KYour ledger is up to date. A copy of it as it was is kept in ${copyPath}.\n`),
    );
    assert.equal(terminal.out(), '');
  });

  test('is plain lines elsewhere, not one for each of many quick steps', () => {
    const terminal = fakeSurroundings();
    const tell = showUpdate(terminal);
    tell(at(1));
    tell(at(2));
    terminal.clock.advance(1_500);
    tell(at(3));
    tell(at(4));
    tell(null);
    assert.deepEqual(terminal.err().split('\n'), [
      `Bringing your ledger up to date. Step 1 of 3: copying it. A copy of it as it was will be kept in ${copyPath}.`,
      `Bringing your ledger up to date. Step 3 of 3. A copy of it as it was is kept in ${copyPath}.`,
      `Your ledger is up to date. A copy of it as it was is kept in ${copyPath}.`,
      '',
    ]);
  });

  test('says nothing of an end it has not come to, nor of a ledger that needed nothing', () => {
    const terminal = fakeSurroundings();
    const tell = showUpdate(terminal);
    tell(null);
    assert.equal(terminal.err(), '');
    tell(at(3));
    tell(null);
    assert.doesNotMatch(terminal.err(), /is up to date/);
  });
});
