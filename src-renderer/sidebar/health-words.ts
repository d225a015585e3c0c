import { assertNever } from '#shared/assert-never.ts';
import type { ConnectionStatus } from '#shared/ipc/app-state.ts';
import { readableAge } from '#shared/words/readable-age.ts';
import type { IconName } from '../parts/icon.tsx';
import { windowWords as words } from '../words/words.ts';

/** A connection's state as a mark and a few words; never by colour alone. */
export interface HealthMark {
  readonly icon: IconName;
  readonly words: string;
  readonly tone: 'good' | 'busy' | 'bad' | 'quiet';
}

const agoText = (ageMs: number): string => readableAge(ageMs) ?? words.justNow;

/** What stands under a connection's name. `nowMs`: main's clock. */
export function healthMark({ health, lastSyncedAt }: ConnectionStatus, nowMs: number): HealthMark {
  const synced =
    lastSyncedAt === null ? words.notSyncedYet : words.synced(agoText(nowMs - Date.parse(lastSyncedAt)));
  switch (health) {
    case 'syncing':
      return { icon: 'sync', words: words.health.syncing, tone: 'busy' };
    case 'reconnect-needed':
      return { icon: 'plug', words: words.health[health], tone: 'bad' };
    case 'failed':
      return { icon: 'warning', words: words.health.failed, tone: 'bad' };
    case 'rate-limited':
      return { icon: 'clock', words: words.health[health], tone: 'bad' };
    case 'revoked':
      return { icon: 'cross', words: words.health.revoked, tone: 'quiet' };
    case 'never-synced':
      return { icon: 'clock', words: synced, tone: 'quiet' };
    case 'fine':
      return { icon: 'check', words: synced, tone: 'good' };
    default:
      return assertNever(health);
  }
}
