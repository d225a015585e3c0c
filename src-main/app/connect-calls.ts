import type { Connection } from '#shared/connection.ts';
import { failed, succeeded, type Result } from '#shared/result.ts';
import type { ConnectDesk } from '../connect/connect-desk.ts';
import type { Desktop } from './app-deps.ts';
import type { CallHandlers } from './call-handlers.ts';
import type { Doors } from './doors.ts';
import { changedTry, type LastTry, type LastTryHolder } from './last-try.ts';
import { opensConsentPage } from './open-consent-page.ts';

type ConnectCalls = Pick<
  CallHandlers,
  | 'connect.demo'
  | 'connect.begin'
  | 'connect.paste'
  | 'connect.link'
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
  readonly desktop: Pick<Desktop, 'openConsentPage' | 'writeClipboard'>;
}): ConnectCalls {
  const { desk, doors, lastTry, desktop } = deps;
  const go = async (attempt: LastTry): Promise<Result<null>> => {
    lastTry.value = attempt;
    await desk.begin(attemptOf(doors, attempt));
    return succeeded(null);
  };
  return {
    'connect.demo': () => go({ kind: 'demo' }),
    'connect.begin': (wish) => go({ kind: 'own', wish }),
    'connect.paste': ({ text }) => Promise.resolve(desk.paste(text)),
    'connect.link': async ({ way }) => {
      const page = desk.page();
      if (page === null) return failed({ kind: 'bad-request' });
      if (way === 'copy') desktop.writeClipboard(page.url);
      else desk.reopened(page, await opensConsentPage(desktop, page));
      return succeeded(null);
    },
    'connect.cancel': async () => {
      lastTry.value = null;
      await desk.cancel();
      return succeeded(null);
    },
    'connect.retry': (change) =>
      lastTry.value === null
        ? Promise.resolve(failed({ kind: 'bad-request' }))
        : go(changedTry(lastTry.value, change)),
    'connection.reconnect': async ({ connectionId }) => {
      const found = await deps.find(connectionId);
      return found.ok ? go({ kind: 'again', connection: found.value, change: {} }) : found;
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
      return doors.again(attempt.connection, attempt.change);
  }
}
