import type { Clock } from '#shared/clock.ts';
import type { AppSettings } from '#shared/ipc/app-settings.ts';
import type { IpcRequest } from '#shared/ipc/ipc-contract.ts';
import type { Result } from '#shared/result.ts';
import type { AccessTokensDeps, OpenAccessTokens } from '../auth/access-tokens.ts';
import type { TokenStore } from '../auth/token-store.ts';
import type { Authorise } from '../connect/connect-bank.ts';
import type { DemoBankDoor } from '../connect/demo-bank-port.ts';
import type { OpenLog } from '../log/log-door.ts';
import type { AppMemory } from '../settings/app-memory.ts';
import type { JsonFile } from '../settings/json-file.ts';
import type { LedgerPlace } from '../settings/ledger-place.ts';
import type { LaunchOptions } from '../settings/launch-options.ts';
import type { LedgerThread } from '../sync/ledger-thread.ts';
import type { SyncDeps } from '../sync/sync-deps.ts';
import type { SyncRunner } from '../sync/sync-runner.ts';
import type { Push } from './call-handlers.ts';
import type { Notice } from './notices.ts';

/** The desktop around the core: what only Electron can do, as functions. */
export interface Desktop {
  readonly push: Push;
  /** Opens the consent page in the system's browser. `authUrl`: the configured auth host, the only other one allowed. */
  readonly openConsentPage: (url: string, authUrl: string) => Promise<void>;
  /** Whether it would open that page: a renewal's link may lead to a bank's own site. */
  readonly mayOpenConsentPage: (url: string, authUrl: string) => boolean;
  readonly openPage: (page: IpcRequest<'link.open'>['page']) => Promise<void>;
  readonly writeClipboard: (text: string) => void;
  readonly revealFile: (path: string) => void;
  /** The system's dialogs for files; `null`: closed without an answer. Extensions without their dot. */
  readonly chooseSaveFile: (wish: {
    readonly suggestedName: string;
    readonly extension: string;
  }) => Promise<string | null>;
  readonly chooseFile: (wish: { readonly extensions: readonly string[] }) => Promise<string | null>;
  readonly chooseFolder: () => Promise<string | null>;
  readonly notify: (notice: Notice) => void;
  /** The user looks at the window at this moment. */
  readonly isWatched: () => boolean;
  /** Theme, launch at login: whatever the system must be told about a setting. */
  readonly applySettings: (settings: AppSettings) => void;
}

/** Everything the core takes from outside. The composition root gives the real ones, tests give fakes. */
export interface AppDeps {
  readonly appVersion: string;
  readonly launch: LaunchOptions;
  readonly clock: Clock;
  readonly clockOffsetMs: number;
  readonly log: OpenLog;
  readonly ledger: LedgerThread;
  /** Another thread for what takes seconds (exports, copies), so that lists go on meanwhile. Made when needed. */
  readonly longTasks: LedgerThread;
  /** As they are at the moment: the user may move the real one. */
  readonly ledgerPaths: { readonly real: string; readonly demo: string };
  readonly ledgerPlace: LedgerPlace;
  readonly settings: JsonFile<AppSettings>;
  readonly memory: JsonFile<AppMemory>;
  readonly createSyncRunner: (deps: Omit<SyncDeps, 'workerFile'>) => SyncRunner;
  readonly createAccessTokens: (deps: Omit<AccessTokensDeps, 'fetch'>) => OpenAccessTokens;
  readonly openKeychain: () => Promise<Result<TokenStore>>;
  readonly authorise: Authorise;
  readonly revoke: (authUrl: string, accessToken: string) => Promise<Result<null>>;
  readonly outwardAddress: (host: string, port: number) => Promise<string | null>;
  readonly newId: () => string;
  /** Opens a link as a browser would, redirects followed, with nobody looking: for the auto-approving demo bank. */
  readonly visit: (url: string) => Promise<void>;
  readonly freePort: () => Promise<number>;
  readonly loadDemoBank: () => Promise<DemoBankDoor>;
  readonly desktop: Desktop;
}
