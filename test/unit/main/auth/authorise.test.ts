import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failed } from '#shared/result.ts';
import { authorise } from '../../../../src-main/auth/authorise.ts';
import { createManualClock } from '../../../support/manual-clock.ts';

test('a cancel while the auth host is still being looked for opens no page in the browser afterwards', async () => {
  const opened: string[] = [];
  const stop = new AbortController();
  const { promise: isLookedFor, resolve: found } = Promise.withResolvers<null>();
  const ending = authorise(
    {
      fetch: () => Promise.reject(new Error('Nothing is fetched here')),
      clock: createManualClock(),
      randomBytes: (size) => new Uint8Array(size),
      openLink: (link) => void opened.push(link),
      hostTrouble: () => isLookedFor,
    },
    {
      authUrl: 'https://auth.example',
      clientId: 'client',
      clientSecret: 'secret',
      redirectUri: 'https://console.example/redirect-page',
      scopes: ['accounts'],
      // Then nothing listens.
      paste: () => new Promise(() => undefined),
      signal: stop.signal,
    },
  );
  stop.abort();
  found(null);
  assert.deepEqual(await ending, failed({ kind: 'cancelled' }));
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(opened, []);
});
