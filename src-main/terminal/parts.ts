import type { Result } from '#shared/result.ts';
import type { AccessTokensDeps, OpenAccessTokens } from '../auth/access-tokens.ts';
import type { AuthoriseDeps, AuthoriseRequest } from '../auth/authorise.ts';
import type { TokenSet } from '../auth/token-set.ts';
import type { TokenStore } from '../auth/token-store.ts';
import type { LedgerThread } from '../sync/ledger-thread.ts';
import type { SyncDeps } from '../sync/sync-deps.ts';
import type { SyncRunner } from '../sync/sync-runner.ts';
import type { DemoBankDoor } from '../connect/demo-bank-port.ts';

/** The machinery behind the commands, as arguments: the composition root gives the real one, tests give fakes. */
export interface Parts {
  /** Starts the ledger's thread. Who calls this closes it. */
  readonly createLedger: () => LedgerThread;
  readonly createSyncRunner: (deps: Omit<SyncDeps, 'workerFile'>) => SyncRunner;
  /** @param choice the value of `PASSBOOK_TOKEN_STORE` */
  readonly openTokenStore: (choice: string | undefined) => Promise<Result<TokenStore>>;
  readonly createAccessTokens: (deps: Omit<AccessTokensDeps, 'fetch'>) => OpenAccessTokens;
  readonly authorise: (
    deps: Pick<AuthoriseDeps, 'clock' | 'openLink'>,
    request: AuthoriseRequest,
  ) => Promise<Result<TokenSet>>;
  /** Ends the consent at TrueLayer. */
  readonly revoke: (authUrl: string, accessToken: string) => Promise<Result<null>>;
  /** `null`: no route there. */
  readonly outwardAddress: (host: string, port: number) => Promise<string | null>;
  /** A new id for a connection, never used before. */
  readonly newId: () => string;
  /** Opens a link in the system's browser; `false` when there is none. */
  readonly openBrowser: (url: string) => Promise<boolean>;
  /** Opens a link as a browser would, redirects followed, with nobody looking: for the auto-approving demo bank. */
  readonly visit: (url: string) => Promise<void>;
  /** A port of loopback that nothing listens on. */
  readonly freePort: () => Promise<number>;
  readonly loadDemoBank: () => Promise<DemoBankDoor>;
}
