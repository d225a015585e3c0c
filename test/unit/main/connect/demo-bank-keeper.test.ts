import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createDemoBankKeeper, type DemoBankKeeper } from '../../../../src-main/connect/demo-bank-keeper.ts';
import type { DemoBankSettings } from '../../../../src-main/connect/demo-bank-port.ts';
import type { DemoBankMemory } from '../../../../src-main/settings/app-memory.ts';

/** Runs of an app that remember the same; `did`: what the bank was told, with the clock ten further at every look. */
function runs(hasEvening = true, close: () => Promise<void> = () => Promise.resolve()) {
  let memory: DemoBankMemory | null = null;
  let nowMs = 0;
  const did: unknown[] = [];
  const start = (settings: DemoBankSettings) => {
    did.push(settings.evening);
    const nothing = (): void => undefined;
    return Promise.resolve({
      authUrl: '',
      apiUrl: '',
      clientId: '',
      clientSecret: '',
      redirectUri: '',
      control: {
        issuedSecrets: () => [],
        setFaults: nothing,
        expireAccessTokens: nothing,
        revokeConsent: nothing,
        passEvening: (atMs: number) => void did.push(`passed at ${atMs}`),
      },
      close,
    });
  };
  const run = (): DemoBankKeeper =>
    createDemoBankKeeper({
      loadDoor: () =>
        Promise.resolve({ startDemoBank: start, decodeFaultFile: (value) => ({ ok: true, value }) }),
      options: {},
      hasEvening,
      nowMs: () => (nowMs += 10),
      freePort: () => Promise.resolve(4000),
      recall: () => memory,
      remember: (next) => {
        memory = next;
      },
    });
  return { run, did };
}

describe('the demo bank and its evening', () => {
  test('the evening passes once, and a bank started again has had it', async () => {
    const { run, did } = runs();
    const first = run();
    await first.running();
    assert.deepEqual([await first.passEvening(), await first.passEvening()], [true, false]);
    const second = run();
    await second.running();
    assert.equal(await second.passEvening(), false);
    assert.deepEqual(did, [
      { openedAtMs: 10, passedAtMs: null },
      'passed at 20',
      { openedAtMs: 10, passedAtMs: 20 },
    ]);
  });

  test('an app that ended before it has it still to come, at the bank as it was opened', async () => {
    const { run, did } = runs();
    await run().running();
    const second = run();
    await second.running();
    assert.equal(await second.passEvening(), true);
    assert.deepEqual(did, [
      { openedAtMs: 10, passedAtMs: null },
      { openedAtMs: 10, passedAtMs: null },
      'passed at 20',
    ]);
  });

  test('one that is forgotten is to come again, at a bank opened anew; one to come is not forgotten', async () => {
    const { run, did } = runs();
    const keeper = run();
    await keeper.running();
    await keeper.forgetEvening();
    await keeper.running();
    assert.equal(await keeper.passEvening(), true);
    await keeper.forgetEvening();
    await keeper.running();
    assert.deepEqual(did, [
      { openedAtMs: 10, passedAtMs: null },
      'passed at 20',
      { openedAtMs: 30, passedAtMs: null },
    ]);
  });

  test('one that is wanted while it is being closed is opened anew, once the old one is gone', async () => {
    const { promise: isClosed, resolve: close } = Promise.withResolvers<void>();
    const { run, did } = runs(true, () => isClosed);
    const keeper = run();
    const first = await keeper.running();
    const closing = keeper.close();
    const wanted = keeper.running();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(did.length, 1, 'its ports are not free yet');
    close();
    await closing;
    assert.notEqual(await wanted, first);
    assert.equal(did.length, 2);
  });

  test('a bank without one is told of none, and none passes', async () => {
    const { run, did } = runs(false);
    const keeper = run();
    await keeper.running();
    assert.equal(await keeper.passEvening(), false);
    assert.deepEqual(did, [undefined]);
  });
});
