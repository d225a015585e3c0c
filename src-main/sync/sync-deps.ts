import type { Clock } from '#shared/clock.ts';
import type { AccessTokens } from '../auth/access-tokens.ts';
import type { LogDoor } from '../log/log-door.ts';
import type { LedgerThread } from './ledger-thread.ts';

/** What a sync needs from around it. */
export interface SyncDeps {
  readonly ledger: LedgerThread;
  readonly ledgerPath: string;
  readonly tokens: AccessTokens;
  readonly workerFile: URL;
  readonly clock: Clock;
  /** How far `clock` is from the machine's: handed to the threads, which make their own. */
  readonly clockOffsetMs: number;
  /** The present user's address for a given API; asked only for attended jobs. */
  readonly psuIp: (apiUrl: string) => Promise<string | undefined>;
  readonly log: LogDoor;
}
