import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as z from 'zod';
import { diagnosticsSchema } from '#shared/diagnostics.ts';
import { defaultAppSettings } from '#shared/ipc/app-settings.ts';
import { makeDiagnostics } from '../../../../src-main/settings/make-diagnostics.ts';
import { gatherDiagnostics } from '../../../../src-worker/ledger/gather-diagnostics.ts';
import { saveConnection } from '../../../../src-worker/ledger/connections.ts';
import { bankRow } from '../../../support/bank-rows.ts';
import { accountIn, answered, connection, nowIso, temporaryLedger } from '../../../support/ledger-fixture.ts';

const secret = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2VjcmV0';
const account = '20-00-00 12345678';

/** A ledger in which everything that may be a text is something nobody else should read. */
function tellTaleLedger(t: Parameters<typeof temporaryLedger>[0]) {
  const ledger = temporaryLedger(t);
  const stored = accountIn(ledger, [account]);
  saveConnection(
    ledger,
    connection({ clientId: secret, providerId: secret, providerName: `Ada's ${secret}` }),
    nowIso,
  );
  stored.storeWindow(
    answered([bankRow({ description: secret, merchant: account, normalisedId: secret, providerId: secret })]),
  );
  ledger.db.prepare('UPDATE jobs SET accounts_json = ?').run(
    JSON.stringify([
      {
        accountId: account,
        connectionId: 'c1',
        displayName: account,
        status: 'failed',
        reason: secret,
        failureKind: 'unreachable',
        failure: { kind: 'unreachable', host: secret, cause: secret },
        transactionsSynced: 1,
        duplicates: 0,
        pages: 1,
        elapsedMs: 5,
      },
    ]),
  );
  return ledger;
}

describe('a bundle of diagnostics', () => {
  test('has no field for a text of anybody: every string has its form', () => {
    const free: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { type } = node as { readonly type?: unknown };
      const isBound = 'enum' in node || 'const' in node || 'pattern' in node;
      if (type === 'string' && !isBound) free.push(path);
      for (const [name, each] of Object.entries(node)) walk(each, `${path}.${name}`);
    };
    const schema = z.toJSONSchema(diagnosticsSchema);
    walk(schema, '');
    assert.deepEqual(free, []);
    // The walk sees strings at all.
    assert.match(JSON.stringify(schema), /"pattern"/);
  });

  test('tells of a ledger what a report needs, and nothing of what is in it', (t) => {
    const facts = gatherDiagnostics(tellTaleLedger(t));
    const text = makeDiagnostics(
      {
        appVersion: '0.1.0',
        nowIso,
        secretsIn: 'keychain',
        settings: { ...defaultAppSettings, psuIp: '203.0.113.9' },
      },
      facts,
    );
    for (const part of [secret, account, 'Ada', '12345678', '203.0.113.9', 'eyJ']) {
      assert.equal(text.includes(part), false, part);
    }
    const [told] = facts.accounts;
    assert.deepEqual(
      [told?.name, told?.connection, told?.rows, told?.rangesAnswered],
      ['account-1', 'connection-1', 1, 1],
    );
    assert.equal(facts.connections[0]?.provider, 'unknown');
    assert.deepEqual(facts.jobs[0]?.failures, ['unreachable']);
    assert.equal(facts.isSound, true);
    assert.match(text, /"syncWorkers": 2/);
  });

  test('is none at all rather than one with something unforeseen in it', (t) => {
    const facts = gatherDiagnostics(tellTaleLedger(t));
    const leaking = { ...facts, isSound: secret } as unknown as typeof facts;
    const around = { appVersion: '0.1.0', nowIso, secretsIn: 'memory', settings: {} } as const;
    assert.throws(() => makeDiagnostics(around, leaking));
    assert.throws(() => makeDiagnostics({ ...around, appVersion: secret }, facts));
  });
});
