import type { ConnectionDataAnswers } from '#shared/connection-data.ts';
import { failed, succeeded } from '#shared/result.ts';
import { describeConnectionData } from '../ledger/describe-connection-data.ts';
import { readPresentLedger } from './read-present-ledger.ts';
import type { Handlers } from './task-handler.ts';

/** What a connection has in the ledger. */
export const connectionDataHandlers: Handlers<keyof ConnectionDataAnswers> = {
  'describe-connection-data': ({ ledgerPath, connectionId }, { nowIso }) => {
    const missing = failed({ kind: 'not-found', what: 'connection', id: connectionId });
    return readPresentLedger(
      ledgerPath,
      nowIso(),
      (ledger) => {
        const data = describeConnectionData(ledger, connectionId);
        return data === null ? missing : succeeded(data);
      },
      missing,
    );
  },
};
