import type { completenessCalls } from '#shared/ipc/completeness-calls.ts';
import type { AskLedger } from './ask-ledger.ts';
import type { CallHandlers } from './call-handlers.ts';

/** How whole the ledger is. `askLong`: each row is looked at, and lists should not wait for that. */
export const answerCompletenessCalls = (
  askLong: AskLedger,
): Pick<CallHandlers, keyof typeof completenessCalls> => ({
  'completeness.judge': ({ accountId }) =>
    askLong((at) => ({
      kind: 'judge-completeness',
      ...at,
      ...(accountId === undefined ? {} : { accountId }),
    })),
});
