import type { ConnectionStatus } from '#shared/ipc/app-state.ts';
import { consentNeedsAction } from '#shared/consent-warning.ts';
import { overviewWords as words } from '../words/words.ts';

const dayMs = 86_400_000;

/** How long the bank's consent lasts; `null` when nobody knows or it no longer matters. `nowMs`: main's clock. */
export function consentWords(
  { consent_expires_at: expiresAt, health }: ConnectionStatus,
  nowMs: number,
): { readonly words: string; readonly soon: boolean } | null {
  if (expiresAt === null || health === 'revoked' || health === 'reconnect-needed') return null;
  const days = Math.ceil((Date.parse(expiresAt) - nowMs) / dayMs);
  if (days <= 0) return { words: words.consentEnded, soon: true };
  return { words: words.consentFor(days), soon: consentNeedsAction(expiresAt, nowMs) };
}
