import type { SyncRequest } from '#shared/ledger-tasks.ts';
import { succeeded, type Result } from '#shared/result.ts';
import type { OpenAccessTokens } from '../../../src-main/auth/access-tokens.ts';
import { createMemoryTokenStore } from '../../../src-main/auth/memory-token-store.ts';
import type { SyncRun } from '../../../src-main/sync/sync-run.ts';
import type { Parts } from '../../../src-main/terminal/parts.ts';
import { fakeLedgerThread } from './fake-ledger-thread.ts';

/** Everything a test may want to know of or change about the machinery. */
export interface FakePartsOptions extends Partial<Parts> {
  /** What starting a sync comes to. `requests` keeps what was asked. */
  readonly start?: (request: SyncRequest, workers: number) => Result<SyncRun>;
}

const tokens: OpenAccessTokens = {
  current: () => Promise.resolve(succeeded('access-token')),
  renewed: () => Promise.resolve(succeeded('access-token')),
  adopt: () => Promise.resolve(succeeded(null)),
  moveTo: () => Promise.resolve(succeeded(null)),
  forget: () => Promise.resolve(succeeded(null)),
  close: () => Promise.resolve(),
};

const unexpected = (what: string) => () => Promise.reject(new Error(`The test did not expect ${what}`));

/** Parts that do nothing real: whatever a test does not give and should not happen fails it. */
export function fakeParts({ start, ...given }: FakePartsOptions = {}): Parts {
  return {
    createLedger: () => fakeLedgerThread(),
    createSyncRunner: () => ({
      start: (request, { workers }) =>
        start === undefined ? unexpected('a sync')() : Promise.resolve(start(request, workers)),
    }),
    openTokenStore: () => Promise.resolve(succeeded(createMemoryTokenStore())),
    createAccessTokens: () => tokens,
    authorise: unexpected('a consent'),
    revoke: unexpected('a revocation'),
    outwardAddress: () => Promise.resolve('192.0.2.7'),
    newId: () => 'new-connection',
    openBrowser: unexpected('a browser'),
    visit: unexpected('a visit'),
    freePort: () => Promise.resolve(49_152),
    loadDemoBank: unexpected('the demo bank'),
    ...given,
  };
}
