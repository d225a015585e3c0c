import type { Connection } from '#shared/connection.ts';
import type { connectionDataCalls } from '#shared/ipc/connection-data-calls.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { endConsent } from '../connect/end-consent.ts';
import type { AppDeps } from './app-deps.ts';
import type { AskLedger } from './ask-ledger.ts';
import type { Board } from './board.ts';
import type { CallHandlers } from './call-handlers.ts';

/** What these calls reach into. `askLong`: copying and deleting take seconds in a large ledger. */
export interface ConnectionDataParts {
  readonly deps: Pick<AppDeps, 'ledger' | 'clock' | 'revoke' | 'desktop' | 'log'>;
  readonly board: Board;
  readonly askLong: AskLedger;
  readonly find: (connectionId: string) => Promise<Result<Connection>>;
  /** The job that runs, whatever it syncs. */
  readonly runningJobId: () => string | null;
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

  return {
    'connection.data': ({ connectionId }) =>
      askLong(({ ledgerPath }) => ({ kind: 'describe-connection-data', ledgerPath, connectionId })),
    'connection.forget': async ({ connectionId, typedName }) => {
      const found = await find(connectionId);
      if (!found.ok) return found;
      if (typedName.trim() !== found.value.providerName) return failed({ kind: 'bad-request' });
      const jobId = parts.runningJobId();
      if (jobId !== null) return failed({ kind: 'job-running', jobId });
      desktop.push('connection.forgetting', { step: 'copying' });
      const copied = await askLong((at) => ({ kind: 'back-up', ...at, reason: 'before-forget' }));
      if (!copied.ok) return copied;
      const begunJobId = parts.runningJobId();
      if (begunJobId !== null) return failed({ kind: 'job-running', jobId: begunJobId });
      desktop.push('connection.forgetting', { step: 'ending' });
      const ended = await endOrDrop(found.value);
      if (!ended.ok) return ended;
      desktop.push('connection.forgetting', { step: 'deleting' });
      const forgotten = await askLong((at) => ({ kind: 'forget-connection', ...at, connectionId }));
      await parts.afterForget();
      if (!forgotten.ok) return forgotten;
      const { path: _, ...backup } = copied.value;
      return succeeded({ ...forgotten.value, ...ended.value, backup });
    },
  };
}
