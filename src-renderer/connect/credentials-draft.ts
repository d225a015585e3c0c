import { connectWishSchema, type ConnectWish } from '#shared/ipc/connect-state.ts';
import { credentialsWords as words } from '../words/words.ts';

/** What the form keeps between attempts. The secret is not in it: that lives in its input until it is sent. */
export interface CredentialsDraft {
  readonly clientId: string;
  readonly redirectUri: string;
}

/** A field of the form with the sentence about what is wrong with it. */
export type FieldProblems = Partial<Record<'clientId' | 'clientSecret' | 'redirectUri', string>>;

/** Checks the form with the schema main checks it with. */
export function checkWish(wish: ConnectWish): { wish: ConnectWish } | { problems: FieldProblems } {
  const decoded = connectWishSchema.safeParse(wish);
  if (decoded.success) return { wish: decoded.data };
  const bad = new Set(decoded.error.issues.map((issue) => issue.path[0]));
  const problems: FieldProblems = {};
  for (const field of ['clientId', 'clientSecret', 'redirectUri'] as const) {
    if (bad.has(field)) problems[field] = words.problems[field];
  }
  return { problems };
}

/** A warning that does not stop anybody: sandbox ids begin with `sandbox-`, live ones do not (TrueLayer's Console). */
export function environmentDoubt(environment: 'sandbox' | 'live', clientId: string): string | null {
  if (clientId.trim() === '') return null;
  const isSandboxId = clientId.trim().startsWith('sandbox-');
  if (environment === 'sandbox' && !isSandboxId) return words.perhapsLive;
  if (environment === 'live' && isSandboxId) return words.isSandbox;
  return null;
}
