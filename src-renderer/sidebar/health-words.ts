import { assertNever } from '#shared/assert-never.ts';
import type { ConnectionStatus } from '#shared/ipc/app-state.ts';
import { readableAge } from '#shared/words/readable-age.ts';
import type { IconName } from '../parts/icon.tsx';

/** A connection's state as a mark and a few words; never by colour alone. */
export interface HealthMark {
  readonly icon: IconName;
  readonly words: string;
  readonly tone: 'good' | 'busy' | 'bad' | 'quiet';
}

/** What stands under a connection's name. `nowMs`: main's clock. */
export function healthMark({ health, lastSyncedAt }: ConnectionStatus, nowMs: number): HealthMark {
  const synced =
    lastSyncedAt === null ? 'Not synced yet' : `Synced ${readableAge(nowMs - Date.parse(lastSyncedAt))}`;
  switch (health) {
    case 'syncing':
      return { icon: 'sync', words: 'Syncing', tone: 'busy' };
    case 'reconnect-needed':
      return { icon: 'plug', words: 'Reconnect needed', tone: 'bad' };
    case 'failed':
      return { icon: 'warning', words: 'Last sync failed', tone: 'bad' };
    case 'rate-limited':
      return { icon: 'clock', words: 'Rate limited', tone: 'bad' };
    case 'revoked':
      return { icon: 'cross', words: 'Disconnected', tone: 'quiet' };
    case 'never-synced':
      return { icon: 'clock', words: synced, tone: 'quiet' };
    case 'fine':
      return { icon: 'check', words: synced, tone: 'good' };
    default:
      return assertNever(health);
  }
}
