import { createHash } from 'node:crypto';

/**
 * RFC 7636, S256 only. Without a challenge a verifier is ignored; with one, a missing or wrong verifier is a refusal.
 */
export function pkceMatches(challenge: string | null, verifier: string | null): boolean {
  if (challenge === null) return true;
  if (verifier === null) return false;
  return createHash('sha256').update(verifier).digest('base64url') === challenge;
}
