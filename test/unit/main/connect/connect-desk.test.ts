import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failed, succeeded, type Result } from '#shared/result.ts';
import { type AttemptAt, createConnectDesk } from '../../../../src-main/connect/connect-desk.ts';
import { createManualClock } from '../../../support/manual-clock.ts';

type Connected = Result<{ readonly connectionId: string; readonly jobId: string }>;
const page = { url: 'https://auth.example/?state=1', authUrl: 'https://auth.example' };
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function stage(canRetry = true) {
  const desk = createConnectDesk({
    clock: createManualClock(),
    freePort: () => Promise.resolve(3017),
    canRetry: () => canRetry,
    tried: () => null,
    onChange: () => undefined,
  });
  const attempts: { readonly at: AttemptAt; readonly end: (result: Connected) => void }[] = [];
  const begin = (door: 'demo' | 'sandbox' | 'live' = 'live') =>
    desk.begin({
      door,
      connect: (at) => {
        const { promise, resolve } = Promise.withResolvers<Connected>();
        attempts.push({ at, end: resolve });
        at.signal.addEventListener('abort', () => resolve(failed({ kind: 'cancelled' })));
        return promise;
      },
    });
  return { desk, attempts, begin };
}

describe('connecting', () => {
  test('goes from idle over the bank to connected', async () => {
    const { desk, attempts, begin } = stage();
    assert.deepEqual(desk.state(), { kind: 'idle' });
    await begin('sandbox');
    assert.deepEqual(desk.state(), { kind: 'starting', door: 'sandbox' });
    attempts[0]?.at.waiting(page, true);
    assert.deepEqual(desk.state(), {
      kind: 'waiting-for-consent',
      door: 'sandbox',
      untilIso: '2026-01-06T08:05:00.000Z',
      canPaste: true,
      browserOpened: true,
    });
    assert.deepEqual(desk.page(), page);
    attempts[0]?.end(succeeded({ connectionId: 'c', jobId: 'j' }));
    await settle();
    assert.deepEqual(desk.state(), { kind: 'connected', connectionId: 'c', jobId: 'j' });
    desk.moved('known');
    assert.deepEqual(desk.state(), { kind: 'connected', connectionId: 'known', jobId: 'j' });
  });

  for (const failure of [
    { kind: 'consent-denied' },
    { kind: 'connect-timed-out', afterMs: 300_000 },
    { kind: 'wrong-state' },
    { kind: 'wrong-client-secret' },
    { kind: 'keychain-unavailable', detail: 'no keyring is running' },
  ] as const) {
    test(`ends with ${failure.kind} as such, and can be tried again`, async () => {
      const { desk, attempts, begin } = stage();
      await begin();
      attempts[0]?.end(failed(failure));
      await settle();
      assert.deepEqual(desk.state(), {
        kind: 'failed',
        door: 'live',
        failure,
        freePort: null,
        canRetry: true,
      });
    });
  }

  test('names a free port when the wanted one is taken', async () => {
    const { desk, attempts, begin } = stage(false);
    await begin();
    attempts[0]?.end(failed({ kind: 'redirect-port-taken', port: 3000 }));
    await settle();
    const state = desk.state();
    assert.equal(state.kind === 'failed' && state.freePort, 3017);
    assert.equal(state.kind === 'failed' && state.canRetry, false);
  });

  test('is idle again after a cancel, whatever the attempt still says', async () => {
    const { desk, attempts, begin } = stage();
    await begin();
    await desk.cancel();
    assert.equal(attempts[0]?.at.signal.aborted, true);
    attempts[0].end(succeeded({ connectionId: 'late', jobId: 'late' }));
    attempts[0].at.waiting(page, true);
    await settle();
    assert.deepEqual(desk.state(), { kind: 'idle' });
  });

  test('does not go back to waiting when the browser is slower than the user', async () => {
    const { desk, attempts, begin } = stage();
    await begin();
    attempts[0]?.end(failed({ kind: 'consent-denied' }));
    await settle();
    attempts[0]?.at.waiting(page, true);
    assert.equal(desk.state().kind, 'failed');
  });

  test('gives the first attempt up for a second one', async () => {
    const { desk, attempts, begin } = stage();
    await begin('demo');
    await begin('live');
    assert.equal(attempts[0]?.at.signal.aborted, true);
    assert.deepEqual(desk.state(), { kind: 'starting', door: 'live' });
  });

  /** An attempt that takes its time to end, as one that asks the keychain does. */
  const slow = (desk: ReturnType<typeof createConnectDesk>) => {
    const { promise, resolve } = Promise.withResolvers<Connected>();
    return { begun: desk.begin({ door: 'live', connect: () => promise }), end: resolve };
  };

  test('goes on with the newest of several wishes that waited for the end of an attempt', async () => {
    const { desk, attempts, begin } = stage();
    const { begun, end } = slow(desk);
    await begun;
    const wishes = Promise.all([begin('sandbox'), begin('demo')]);
    end(failed({ kind: 'cancelled' }));
    await wishes;
    assert.equal(attempts.length, 1);
    assert.deepEqual(desk.state(), { kind: 'starting', door: 'demo' });
  });

  test('is idle after a cancel, also of what waited for the end of an attempt', async () => {
    const { desk, attempts, begin } = stage();
    const { begun, end } = slow(desk);
    await begun;
    const wishes = Promise.all([begin('sandbox'), desk.cancel()]);
    end(failed({ kind: 'cancelled' }));
    await wishes;
    assert.equal(attempts.length, 0);
    assert.deepEqual(desk.state(), { kind: 'idle' });
  });

  test('hears of the page it waits at whether it was opened again, and of no earlier one', async () => {
    const { desk, attempts, begin } = stage();
    await begin();
    const other = { ...page, url: 'https://auth.example/?state=2' };
    attempts[0]?.at.waiting(page, false);
    desk.reopened(other, true);
    const isOpen = (): boolean | undefined => {
      const state = desk.state();
      return state.kind === 'waiting-for-consent' ? state.browserOpened : undefined;
    };
    assert.equal(isOpen(), false);
    desk.reopened(page, true);
    assert.equal(isOpen(), true);
  });

  test('hands what is pasted to the attempt that waits, and refuses it otherwise', async () => {
    const { desk, attempts, begin } = stage();
    assert.deepEqual(desk.paste('code'), failed({ kind: 'code-refused' }));
    await begin();
    attempts[0]?.at.waiting(page, true);
    assert.deepEqual(desk.paste('code'), succeeded(null));
    assert.equal(await attempts[0]?.at.pasted, 'code');
  });

  test('ends as a bug when the attempt throws, instead of waiting for ever', async () => {
    const { desk } = stage();
    await desk.begin({ door: 'demo', connect: () => Promise.reject(new Error('no bundle')) });
    await settle();
    const state = desk.state();
    assert.equal(state.kind === 'failed' && state.failure.kind, 'bug');
  });
});
