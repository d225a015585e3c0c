import type { ConnectionStatus } from '#shared/ipc/app-state.ts';
import { daysUntil } from '../format/age-text.ts';
import { countOf } from '../format/count-text.ts';

/** From here on the user is told to renew: early enough to do it in one's own time (design, section 9). */
const soonDays = 7;

/** How long the bank's consent lasts; `null` when nobody knows or it no longer matters. `nowMs`: main's clock. */
export function consentWords(
  { consent_expires_at: expiresAt, health }: ConnectionStatus,
  nowMs: number,
): { readonly words: string; readonly soon: boolean } | null {
  if (expiresAt === null || health === 'revoked') return null;
  const days = daysUntil(expiresAt, nowMs);
  if (days <= 0) return { words: 'Consent has ended', soon: true };
  return { words: `Consent for ${countOf(days, 'more day')}`, soon: days <= soonDays };
}
