import type { Connection } from '#shared/connection.ts';
import type { ConnectRetry, ConnectTried, ConnectWish } from '#shared/ipc/connect-state.ts';

/** What was tried last, with its credentials: kept until it succeeds or is given up, so that it can be tried again. */
export type LastTry =
  | { readonly kind: 'demo' }
  | { readonly kind: 'own'; readonly wish: ConnectWish }
  /** `change`: what the user has said since, in place of what is kept for the connection. */
  | { readonly kind: 'again'; readonly connection: Connection; readonly change: ConnectRetry };

/** The one place where a client secret waits for a second attempt. */
export interface LastTryHolder {
  value: LastTry | null;
}

/** The same with what shall be different this time. What is not said stays as it was. */
export function changedTry(attempt: LastTry, change: ConnectRetry): LastTry {
  const { redirectUri, clientSecret, keepIn } = change;
  const said = {
    ...(redirectUri === undefined ? {} : { redirectUri }),
    ...(clientSecret === undefined ? {} : { clientSecret }),
    ...(keepIn === undefined ? {} : { keepIn }),
  };
  switch (attempt.kind) {
    case 'demo':
      return attempt;
    case 'own':
      return { ...attempt, wish: { ...attempt.wish, ...said } };
    case 'again':
      return { ...attempt, change: { ...attempt.change, ...said } };
  }
}

/** What the window may know of it: everything but the secret. `null`: the demo bank, which has no form. */
export function triedOf(attempt: LastTry | null): ConnectTried | null {
  if (attempt === null || attempt.kind === 'demo') return null;
  if (attempt.kind === 'own') {
    const { clientId, redirectUri } = attempt.wish;
    return { clientId, redirectUri, renews: null };
  }
  const { id: connectionId, providerName: name, clientId, redirectUri } = attempt.connection;
  return {
    clientId,
    redirectUri: attempt.change.redirectUri ?? redirectUri,
    renews: { connectionId, name },
  };
}
