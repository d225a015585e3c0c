import { nextMinute } from './next-minute.ts';
import { assertNever } from '../assert-never.ts';
import { consentStage } from '../consent-warning.ts';
import type { ConnectionStatus } from '../ipc/app-state.ts';
import { consentEnd } from './consent-words.ts';
import type { SentenceFigures } from './sentence-figures.ts';
import { windowWordsOf } from './window-failure-words.ts';

/** What a connection's sentence is made from. */
export type ConnectionFacts = Pick<ConnectionStatus, 'health' | 'trouble' | 'consent_expires_at'>;

/** What the window and a notification say about a connection; `null` when nothing needs the user. */
export function connectionSentence(
  { health, trouble, consent_expires_at: consentExpiresAt }: ConnectionFacts,
  nowMs: number,
  say: SentenceFigures,
): string | null {
  switch (health) {
    case 'syncing':
    case 'revoked':
      return null;
    case 'reconnect-needed':
      return `${happened(trouble, say) ?? 'The bank no longer gives access.'} Reconnect to go on; your history and notes stay.`;
    case 'failed':
      return `${happened(trouble, say) ?? 'The last sync failed.'} Sync again; it goes on from where it stopped.`;
    case 'rate-limited':
      return trouble?.untilIso == null
        ? 'The bank asked for a pause. Sync again in a few minutes; it goes on from where it stopped.'
        : `The bank asked for a pause. Sync again after ${say.instant(nextMinute(trouble.untilIso))}; it goes on from where it stopped.`;
    case 'never-synced':
      return 'Nothing is fetched yet. Sync now: old history is served only soon after connecting.';
    case 'fine':
      return consentExpiresAt === null || consentStage(consentExpiresAt, nowMs) === null
        ? null
        : consentEnd(consentExpiresAt, nowMs, say).yours;
    default:
      return assertNever(health);
  }
}

function happened(trouble: ConnectionFacts['trouble'], say: SentenceFigures): string | null {
  if (trouble?.failure == null) return null;
  const words = windowWordsOf(trouble.failure, say).happened;
  return trouble.accountId === '' ? words : `${trouble.displayName}: ${words}`;
}
