import type { FailureKind } from '#shared/failure.ts';

/**
 * What a button under a failed connection does.
 * `again`: the same once more. `edit`: back to the form. `use-free-port`: once more on the port that is free.
 * `this-run-only`: once more, tokens in memory. `console`: opens TrueLayer's Console.
 */
export type WayOut = 'again' | 'edit' | 'use-free-port' | 'this-run-only' | 'console';

/** The ways out of a failed connection, the best one first. */
export function waysOutOf(kind: FailureKind, freePort: number | null): readonly WayOut[] {
  switch (kind) {
    case 'redirect-port-taken':
      return freePort === null ? ['again', 'edit'] : ['use-free-port', 'again', 'console'];
    case 'redirect-mismatch':
      return ['console', 'again', 'edit'];
    case 'redirect-uri-unusable':
      return ['edit'];
    case 'wrong-client-secret':
    case 'client-refused':
    case 'auth-server-refused':
      return ['edit', 'console'];
    case 'keychain-unavailable':
      return ['this-run-only', 'again'];
    case 'reconnect-needed':
      return ['edit'];
    default:
      return ['again'];
  }
}
