import { assertNever } from '../assert-never.ts';
import { consentEndWords, consentStage } from '../consent-warning.ts';
import type { ConnectionHealth } from '../ipc/app-state.ts';
import type { AccountOutcome } from '../job.ts';
import { plainFigures, type SentenceFigures } from './sentence-figures.ts';

/** What a connection's sentence is made from. `outcome`: of the account that is worst off, if one is. */
export interface ConnectionFacts {
  readonly health: ConnectionHealth;
  readonly outcome: AccountOutcome | null;
  readonly consentExpiresAt: string | null;
}

/** What the window and a notification say about a connection; `null` when nothing needs the user. */
export function connectionSentence(
  facts: ConnectionFacts,
  nowMs: number,
  say: SentenceFigures = plainFigures,
): string | null {
  const { health, outcome, consentExpiresAt } = facts;
  switch (health) {
    case 'syncing':
    case 'revoked':
      return null;
    case 'reconnect-needed':
      return `${happened(outcome, 'The bank no longer gives access.')} Reconnect to go on; your history and notes stay.`;
    case 'failed':
      return `${happened(outcome, 'The last sync failed.')} Sync again; it goes on from where it stopped.`;
    case 'rate-limited': {
      const when = outcome?.untilIso == null ? 'in a few minutes' : `after ${say.instant(outcome.untilIso)}`;
      return `The bank asked for a pause. Sync again ${when}; it goes on from where it stopped.`;
    }
    case 'never-synced':
      return 'Nothing is fetched yet. Sync now: old history is served only soon after connecting.';
    case 'fine':
      return consentExpiresAt === null || consentStage(consentExpiresAt, nowMs) === null
        ? null
        : `Your${consentEndWords(consentExpiresAt, nowMs, say).slice('the'.length)}`;
    default:
      return assertNever(health);
  }
}

/** An outcome's reason begins with what happened and goes on with what the terminal's user should do. */
function happened(outcome: AccountOutcome | null, otherwise: string): string {
  const first = /^.+?[.)](?= [A-Z]|$)/s.exec(outcome?.reason ?? '')?.[0];
  if (first === undefined || outcome === null) return otherwise;
  return outcome.accountId === '' ? first : `${outcome.displayName}: ${first}`;
}
