import type { Connection } from '#shared/connection.ts';
import type { ConnectRetry, ConnectWish } from '#shared/ipc/connect-state.ts';
import { failed, succeeded, type Result } from '#shared/result.ts';
import type { ConnectDesk } from '../connect/connect-desk.ts';
import type { CallHandlers } from './call-handlers.ts';
import type { Doors } from './doors.ts';

/** What was tried last, with its credentials: kept until it succeeds or is given up, so that it can be tried again. */
export type LastTry =
  | { readonly kind: 'demo' }
  | { readonly kind: 'own'; readonly wish: ConnectWish }
  | { readonly kind: 'again'; readonly connection: Connection; readonly redirectUri?: string };

/** The one place where a client secret waits for a second attempt. */
export interface LastTryHolder {
  value: LastTry | null;
}

type ConnectCalls = Pick<
  CallHandlers,
  | 'connect.demo'
  | 'connect.begin'
  | 'connect.paste'
  | 'connect.cancel'
  | 'connect.retry'
  | 'connection.reconnect'
>;

/** The calls that make a connection. All answer at once; the rest is in the state. */
export function connectCalls(deps: {
  readonly desk: ConnectDesk;
  readonly doors: Doors;
  readonly lastTry: LastTryHolder;
  readonly find: (connectionId: string) => Promise<Result<Connection>>;
}): ConnectCalls {
  const { desk, doors, lastTry } = deps;
  const go = async (attempt: LastTry): Promise<Result<null>> => {
    lastTry.value = attempt;
    await desk.begin(attemptOf(doors, attempt));
    return succeeded(null);
  };
  return {
    'connect.demo': () => go({ kind: 'demo' }),
    'connect.begin': (wish) => go({ kind: 'own', wish }),
    'connect.paste': ({ text }) => Promise.resolve(desk.paste(text)),
    'connect.cancel': async () => {
      lastTry.value = null;
      await desk.cancel();
      return succeeded(null);
    },
    'connect.retry': (changes) =>
      lastTry.value === null
        ? Promise.resolve(failed({ kind: 'bad-request' }))
        : go(changed(lastTry.value, changes)),
    'connection.reconnect': async ({ connectionId }) => {
      const found = await deps.find(connectionId);
      return found.ok ? go({ kind: 'again', connection: found.value }) : found;
    },
  };
}

function attemptOf(doors: Doors, attempt: LastTry) {
  switch (attempt.kind) {
    case 'demo':
      return doors.demo();
    case 'own':
      return doors.own(attempt.wish);
    case 'again':
      return doors.again(attempt.connection, attempt.redirectUri);
  }
}

function changed(attempt: LastTry, { redirectUri, keepIn }: ConnectRetry): LastTry {
  const other = redirectUri === undefined ? {} : { redirectUri };
  switch (attempt.kind) {
    case 'demo':
      return attempt;
    case 'own':
      return { ...attempt, wish: { ...attempt.wish, ...other, ...(keepIn === undefined ? {} : { keepIn }) } };
    case 'again':
      return { ...attempt, ...other };
  }
}
