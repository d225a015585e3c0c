import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failed, succeeded } from '#shared/result.ts';
import type { ConnectionRow } from '#shared/ledger-views.ts';
import { doctor } from '../../../../src-main/terminal/commands/doctor.ts';
import { checkClock } from '../../../../src-main/terminal/doctor/check-clock.ts';
import { consentFinding } from '../../../../src-main/terminal/doctor/check-consents.ts';
import { checkKeychain } from '../../../../src-main/terminal/doctor/check-keychain.ts';
import { checkNode } from '../../../../src-main/terminal/doctor/check-node.ts';
import { createMemoryTokenStore } from '../../../../src-main/auth/memory-token-store.ts';
import { fakeLedgerThread } from '../../../support/terminal/fake-ledger-thread.ts';
import { fakeParts } from '../../../support/terminal/fake-parts.ts';
import { fakeSurroundings } from '../../../support/terminal/fake-surroundings.ts';
import { testContext } from '../../../support/terminal/test-context.ts';

const nowMs = Date.parse('2026-01-06T08:00:00Z');
const row: ConnectionRow = {
  id: 'c',
  provider_id: 'mock',
  provider_name: 'Mock',
  environment: 'sandbox',
  consent_expires_at: '2026-03-06T08:00:00Z',
  state: 'active',
};

describe('doctor on the Node it runs on', () => {
  const versions: readonly (readonly [string, 'ok' | 'fail'])[] = [
    ['v24.21.0', 'ok'],
    ['v24.18.0', 'ok'],
    ['v26.0.0', 'ok'],
    ['v24.17.9', 'fail'],
    ['v20.20.2', 'fail'],
  ];
  for (const [version, state] of versions) {
    test(`${version}: ${state}`, () => assert.equal(checkNode(version).state, state));
  }
});

describe('doctor on a consent', () => {
  const cases: readonly (readonly [what: string, changes: Partial<ConnectionRow>, state: string, RegExp])[] =
    [
      ['lasts long enough', {}, 'ok', /until 6 March 2026 \(59 days left\)/],
      ['ends tomorrow', { consent_expires_at: '2026-01-07T09:00:00Z' }, 'warn', /\(1 day left\).*renew/],
      ['ends within a week', { consent_expires_at: '2026-01-13T08:00:00Z' }, 'warn', /7 days left.*renew/],
      ['has ended', { consent_expires_at: '2026-01-05T08:00:00Z' }, 'fail', /ended on 5 January 2026.*renew/],
      ['the bank refuses', { state: 'reconnect-needed' }, 'fail', /no longer lets Passbook in.*renew/],
      ['the user ended', { state: 'revoked', consent_expires_at: null }, 'ok', /disconnected by you/],
      ['whose end is not known', { consent_expires_at: null }, 'ok', /does not say until when/],
    ];
  for (const [what, changes, state, message] of cases) {
    test(`that ${what}: ${state}`, () => {
      const finding = consentFinding({ ...row, ...changes }, nowMs);
      assert.equal(finding.state, state);
      assert.match(finding.message, message);
    });
  }
});

describe('doctor on the clock', () => {
  test('an ordinary one is ok, one before Passbook was written is not', () => {
    assert.equal(checkClock(nowMs, 0).state, 'ok');
    assert.equal(checkClock(Date.UTC(1970, 0, 2), 0).state, 'fail');
  });

  test('one moved by --now is said to be', () => {
    assert.deepEqual(
      { ...checkClock(nowMs, 1000), message: '' },
      { check: 'clock', state: 'warn', message: '' },
    );
  });
});

describe('doctor on the keychain', () => {
  test('none is a failure that names the way out', async () => {
    const finding = await checkKeychain(() =>
      Promise.resolve(failed({ kind: 'keychain-unavailable', detail: 'no session bus' })),
    );
    assert.equal(finding.state, 'fail');
    assert.match(finding.message, /PASSBOOK_TOKEN_STORE=memory/);
  });

  test('memory is a warning, since nothing outlives the run', async () => {
    const finding = await checkKeychain(() => Promise.resolve(succeeded(createMemoryTokenStore())));
    assert.equal(finding.state, 'warn');
  });

  test('one that opens but is locked fails', async () => {
    const locked = {
      ...createMemoryTokenStore(),
      kind: 'keychain' as const,
      read: () => Promise.resolve(failed({ kind: 'keychain-unavailable', detail: 'it is locked' })),
    };
    assert.equal((await checkKeychain(() => Promise.resolve(succeeded(locked)))).state, 'fail');
  });
});

describe('passbook doctor', () => {
  test('has an object a check with --json, and fails when one fails', async () => {
    const terminal = fakeSurroundings();
    const ledger = fakeLedgerThread({
      'check-ledger': () => succeeded({ exists: true, problems: ['row 7 missing'], transactions: 3 }),
    });
    const parts = fakeParts({ createLedger: () => ledger });
    assert.equal(await doctor(testContext(terminal, { parts, json: true })), 1);
    const states = terminal.records().map(({ check, state }) => `${String(check)} ${String(state)}`);
    assert.deepEqual(states, ['node ok', 'keychain warn', 'ledger fail', 'clock ok']);
    assert.ok(ledger.isClosed());
  });

  test('warnings alone are no failure', async () => {
    const terminal = fakeSurroundings();
    const ledger = fakeLedgerThread({ 'list-connections': () => succeeded([row]) });
    const parts = fakeParts({ createLedger: () => ledger });
    assert.equal(await doctor(testContext(terminal, { parts })), 0);
    assert.match(terminal.out(), /^ok .* Node v24/);
    assert.match(terminal.out(), /^warn .*Tokens are kept for one run only/m);
  });
});
