import { basename, join } from 'node:path';
import type { Connection } from '#shared/connection.ts';
import type { Credentials, keepingCalls } from '#shared/ipc/keeping-calls.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import type { SecretEntry, TokenStore } from '../auth/token-store.ts';
import type { AppDeps } from './app-deps.ts';
import type { Board } from './board.ts';
import type { CallHandlers } from './call-handlers.ts';
import type { SyncDesk } from './sync-desk.ts';

type Client = Pick<Credentials, 'environment' | 'clientId'>;

/** What these calls reach into. `isConnecting`: what comes of a consent is kept in the ledger it was begun in. */
export interface KeepingCallParts {
  readonly deps: Pick<AppDeps, 'ledger' | 'longTasks' | 'ledgerPaths' | 'ledgerPlace' | 'desktop' | 'log'>;
  readonly board: Board;
  readonly alone: SyncDesk['alone'];
  readonly isConnecting: () => boolean;
}

/** @see keepingCalls */
export function answerKeepingCalls({
  deps,
  board,
  alone,
  isConnecting,
}: KeepingCallParts): Pick<CallHandlers, keyof typeof keepingCalls> {
  const { ledger, longTasks, ledgerPaths, ledgerPlace, desktop, log } = deps;
  const connectionsOf = ({ environment, clientId }: Client): readonly Connection[] =>
    board
      .facts()
      .connections.filter((each) => each.environment === environment && each.clientId === clientId);
  const entryOf = (client: Client): SecretEntry | null => {
    const [known] = connectionsOf(client);
    return known === undefined
      ? null
      : { kind: 'client-secret', authUrl: known.authUrl, clientId: known.clientId };
  };

  return {
    'ledger.move': async () => {
      const opened = await board.present();
      if (!opened.ok) return opened;
      const { ledgerPath } = opened.value;
      // Invented rows are not worth a place of their own.
      if (ledgerPath !== ledgerPaths.real) return failed({ kind: 'nothing-connected' });
      const folder = await desktop.chooseFolder();
      if (folder === null) return succeeded(null);
      const busy = failed({ kind: 'ledger-busy', path: ledgerPath });
      if (isConnecting()) return busy;
      const to = join(folder, basename(ledgerPath));
      const move = async (): Promise<Result<unknown>> => {
        await longTasks.run({ kind: 'close-ledger', ledgerPath });
        const moved = await ledger.run({ kind: 'move-ledger', ledgerPath, to });
        if (moved.ok) ledgerPlace.write({ ledgerPath: to });
        return moved;
      };
      const moved = await alone(() => board.move(move));
      if (moved === null) return busy;
      if (!moved.ok) return moved;
      log.info(`The ledger was moved to ${to}`);
      return succeeded({ ledgerPath: to });
    },
    'credentials.list': async () => {
      const opened = await board.present();
      return opened.ok
        ? succeeded(await listCredentials(board.facts().connections, opened.value.store))
        : opened;
    },
    'credentials.replace': async ({ clientSecret, ...client }) => {
      log.protect(clientSecret);
      const opened = await board.present();
      if (!opened.ok) return opened;
      const entry = entryOf(client);
      return entry === null ? failed({ kind: 'bad-request' }) : opened.value.store.write(entry, clientSecret);
    },
    'credentials.forget': async (client) => {
      const opened = await board.present();
      if (!opened.ok) return opened;
      const entry = entryOf(client);
      return entry === null ? failed({ kind: 'bad-request' }) : opened.value.store.erase(entry);
    },
  };
}

/** One entry for each client, with the banks that are connected by it. A keychain that cannot be read has no secret. */
async function listCredentials(
  connections: readonly Connection[],
  store: TokenStore,
): Promise<readonly Credentials[]> {
  const clients = Map.groupBy(connections, ({ environment, clientId }) => `${environment} ${clientId}`);
  const listed = [...clients.values()].map(async (group): Promise<Credentials[]> => {
    const [first] = group;
    if (first === undefined) return [];
    const { environment, clientId, authUrl } = first;
    const secret = await store.read({ kind: 'client-secret', authUrl, clientId });
    const banks = [...new Set(group.map(({ providerName }) => providerName))];
    return [{ environment, clientId, banks, hasSecret: secret.ok && secret.value !== null }];
  });
  return (await Promise.all(listed)).flat();
}
