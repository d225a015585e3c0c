import type { Connection } from '#shared/connection.ts';
import type { connectionDataCalls, Forgotten } from '#shared/ipc/connection-data-calls.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { endConsent } from '../connect/end-consent.ts';
import type { AppDeps } from './app-deps.ts';
import type { AskLedger } from './ask-ledger.ts';
import type { Board } from './board.ts';
import type { CallHandlers } from './call-handlers.ts';
import type { SyncDesk } from './sync-desk.ts';

/** What these calls reach into. `askLong`: copying and deleting take seconds in a large ledger. */
export interface ConnectionDataParts {
  readonly deps: Pick<AppDeps, 'ledger' | 'clock' | 'revoke' | 'desktop' | 'log'>;
  readonly board: Board;
  readonly askLong: AskLedger;
  readonly find: (connectionId: string) => Promise<Result<Connection>>;
  /** The job that runs, whatever it syncs. */
  readonly runningJobId: () => string | null;
  /** No job may begin while its rows are deleted. */
  readonly alone: SyncDesk['alone'];
  readonly afterForget: () => Promise<void>;
}

/** @see connectionDataCalls */
export function answerConnectionDataCalls(
  parts: ConnectionDataParts,
): Pick<CallHandlers, keyof typeof connectionDataCalls> {
  const { askLong, board, deps, find } = parts;
  const { ledger, clock, revoke, desktop, log } = deps;

  /** A bank that cannot be told must not keep the data here; the tokens go in any case, or nothing does. */
  const endOrDrop = async (connection: Connection): Promise<Result<{ readonly consentEnded: boolean }>> => {
    const opened = await board.present();
    if (!opened.ok) return opened;
    const { ledgerPath, tokens } = opened.value;
    if (connection.state !== 'revoked') {
      const ended = await endConsent({ ledger, ledgerPath, clock, tokens, revoke }, connection);
      if (ended.ok) return succeeded({ consentEnded: true });
      log.warn('The consent could not be ended at the bank', { failure: ended.failure.kind });
    }
    const dropped = await tokens.forget(connection.id);
    return dropped.ok ? succeeded({ consentEnded: connection.state === 'revoked' }) : dropped;
  };

  const copyEndDelete = async (connection: Connection): Promise<Result<Forgotten>> => {
    desktop.push('connection.forgetting', { step: 'copying' });
    const copied = await askLong((at) => ({ kind: 'back-up', ...at, reason: 'before-forget' }));
    if (!copied.ok) return copied;
    desktop.push('connection.forgetting', { step: 'ending' });
    const ended = await endOrDrop(connection);
    if (!ended.ok) return ended;
    desktop.push('connection.forgetting', { step: 'deleting' });
    const connectionId = connection.id;
    const deleted = await askLong((at) => ({ kind: 'forget-connection', ...at, connectionId }));
    if (!deleted.ok) return deleted;
    const { path: _, ...backup } = copied.value;
    return succeeded({ ...deleted.value, ...ended.value, backup });
  };

  return {
    'connection.data': ({ connectionId }) =>
      askLong(({ ledgerPath }) => ({ kind: 'describe-connection-data', ledgerPath, connectionId })),
    'connection.forget': async ({ connectionId, typedName }) => {
      const found = await find(connectionId);
      if (!found.ok) return found;
      if (typedName.trim() !== found.value.providerName) return failed({ kind: 'bad-request' });
      const forgotten = await parts.alone(() => copyEndDelete(found.value));
      if (forgotten === null) return failed({ kind: 'job-running', jobId: parts.runningJobId() ?? '' });
      await parts.afterForget();
      return forgotten;
    },
  };
}
