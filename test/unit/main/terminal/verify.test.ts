import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AccountCompleteness, Verdict } from '#shared/completeness.ts';
import { succeeded } from '#shared/result.ts';
import { verify } from '../../../../src-main/terminal/commands/verify.ts';
import { checkCompleteness } from '../../../../src-main/terminal/doctor/check-completeness.ts';
import { coverageStrip } from '../../../../src-main/terminal/coverage-strip.ts';
import { fakeLedgerThread } from '../../../support/terminal/fake-ledger-thread.ts';
import { fakeParts } from '../../../support/terminal/fake-parts.ts';
import { fakeSurroundings } from '../../../support/terminal/fake-surroundings.ts';
import { testContext } from '../../../support/terminal/test-context.ts';

const whole: Verdict = { kind: 'complete', from: '2026-01-01', to: '2026-01-31', by: ['balances'] };

const account = (changes: Partial<AccountCompleteness> = {}): AccountCompleteness => ({
  accountId: 'acc',
  connectionId: 'c1',
  providerName: 'Monzo',
  displayName: 'Current Account',
  kind: 'account',
  currency: 'GBP',
  isListed: true,
  booked: 12,
  pending: 1,
  spans: [
    {
      from: '2025-11-01',
      to: '2025-12-31',
      outcome: 'refused',
      reason: 'old-history-refused',
      lastAskedIso: '2026-01-31T10:00:00.000Z',
      rows: 0,
    },
    {
      from: '2026-01-01',
      to: '2026-01-31',
      outcome: 'answered',
      reason: null,
      lastAskedIso: '2026-01-31T10:00:00.000Z',
      rows: 12,
    },
  ],
  verdict: whole,
  emptyBecause: null,
  ...changes,
});

function at(judged: readonly AccountCompleteness[], json = false) {
  const ledger = fakeLedgerThread({ 'judge-completeness': () => succeeded(judged) });
  const terminal = fakeSurroundings();
  const context = testContext(terminal, { json, parts: fakeParts({ createLedger: () => ledger }) });
  return { ledger, terminal, context };
}

describe('passbook verify', () => {
  test('shows the days, what the bank did about them, the verdict and what to do', async () => {
    const { terminal, context } = at([account()]);
    assert.equal(await verify(context, {}), 0);
    assert.match(terminal.out(), /Current Account \(Monzo\), 12 booked, 1 pending, id acc/);
    assert.match(terminal.out(), /\[x+#+\] \(# answered, x refused, \. never asked\)/);
    assert.match(terminal.out(), /2025-11-01 {2}2025-12-31 +0 {2}2026-01-31 10:00 +refused: served only/);
    assert.match(terminal.out(), /Complete from 1 January 2026 to 31 January 2026: the rows between/);
    assert.match(terminal.out(), /Reconnect to get the days from 1 November 2025 to 31 December 2025\./);
  });

  test('money that no row explains is exit code 3, with its amount and days', async () => {
    const gaps = [{ amountMinor: -1299, from: '2026-01-03', to: '2026-01-05', by: 'balances' }] as const;
    const { terminal, context } = at([account(), account({ verdict: { kind: 'unexplained', gaps } })]);
    assert.equal(await verify(context, {}), 3);
    assert.match(terminal.out(), /Accounts: 1 complete, 1 with money unexplained\.\n$/);
    assert.match(
      terminal.out(),
      /-12\.99 GBP unexplained between 3 January 2026 and 5 January 2026: at the bank more went out/,
    );
    assert.match(terminal.out(), /Sync the days from 3 January 2026 to 5 January 2026 again\./);
  });

  const undecided: readonly (readonly [Extract<Verdict, { kind: 'cannot-judge' }>['because'], RegExp])[] = [
    [{ kind: 'never-synced' }, /because nothing was asked of it yet/],
    [{ kind: 'no-balance' }, /because the bank gives no balance/],
    [{ kind: 'one-balance', atIso: '2026-01-31T10:00:00.000Z' }, /because there is only one balance so far/],
    [
      { kind: 'gap', from: '2025-11-01', to: '2025-12-31', amountMinor: 500 },
      /because 5\.00 GBP moved while the bank did not answer for the days from 1 November 2025/,
    ],
  ];
  for (const [because, sentence] of undecided) {
    test(`what cannot be judged (${because.kind}) is a sentence and no failure`, async () => {
      const { terminal, context } = at([account({ verdict: { kind: 'cannot-judge', because } })]);
      assert.equal(await verify(context, {}), 0);
      assert.match(terminal.out(), sentence);
    });
  }

  test('says why an account has no rows', async () => {
    const { terminal, context } = at([account({ booked: 0, pending: 0, emptyBecause: 'all-refused' })]);
    await verify(context, {});
    assert.match(terminal.out(), /0 rows because the bank refused every day/);
  });

  test('says that an account is no longer asked for, since the bank does not name it', async () => {
    const { terminal, context } = at([account({ isListed: false })]);
    await verify(context, {});
    assert.match(terminal.out(), /The bank no longer names this account: it was closed/);
    assert.doesNotMatch(terminal.out(), /Reconnect to get/);
  });

  test('prints an object an account with --json, and nothing else on stdout', async () => {
    const { terminal, context } = at([account()], true);
    assert.equal(await verify(context, {}), 0);
    const [line = '', ...more] = terminal.out().trimEnd().split('\n');
    const told = JSON.parse(line) as Record<string, unknown>;
    assert.deepEqual([told['type'], told['accountId'], told['verdict']], ['account', 'acc', whole]);
    assert.match(String(told['sentence']), /^Complete from/);
    assert.deepEqual(more, []);
  });

  test('an account that nobody has is exit code 2', async () => {
    const { terminal, context, ledger } = at([]);
    assert.equal(await verify(context, { account: 'nope' }), 2);
    assert.match(terminal.err(), /no account "nope"/);
    assert.ok(ledger.tasks.some((task) => task.kind === 'judge-completeness' && task.accountId === 'nope'));
  });

  test('an empty ledger says what to do', async () => {
    const { terminal, context } = at([]);
    assert.equal(await verify(context, {}), 0);
    assert.match(terminal.out(), /No accounts yet/);
  });
});

describe('passbook doctor on completeness', () => {
  test('counts the verdicts where nothing is missing, and says nothing without accounts', async () => {
    const ledger = fakeLedgerThread({ 'judge-completeness': () => succeeded([account()]) });
    assert.deepEqual(await checkCompleteness(ledger, 'any', 0), [
      { check: 'completeness', state: 'ok', message: 'Accounts: 1 complete.' },
    ]);
    assert.deepEqual(await checkCompleteness(fakeLedgerThread(), 'any', 0), []);
  });

  test('names the account that misses money', async () => {
    const gaps = [{ amountMinor: -1299, from: '2026-01-03', to: '2026-01-05', by: 'balances' }] as const;
    const wanting = account({ verdict: { kind: 'unexplained', gaps } });
    const ledger = fakeLedgerThread({ 'judge-completeness': () => succeeded([account(), wanting]) });
    const [finding, ...more] = await checkCompleteness(ledger, 'any', 0);
    assert.equal(finding?.state, 'warn');
    assert.match(finding.message, /^Current Account: -12\.99 GBP unexplained .*passbook verify/);
    assert.deepEqual(more, []);
  });
});

test('a single day that was never asked is seen in a strip of six years', () => {
  const span = { reason: null, lastAskedIso: null, rows: 0 };
  const strip = coverageStrip(
    [
      { ...span, from: '2020-01-01', to: '2023-06-01', outcome: 'answered' },
      { ...span, from: '2023-06-02', to: '2023-06-02', outcome: 'never-asked' },
      { ...span, from: '2023-06-03', to: '2026-01-01', outcome: 'answered' },
    ],
    120,
  );
  assert.match(strip, /^\[#+\.#+\] /);
});
