import type { CompletenessAnswers } from '#shared/completeness.ts';
import { succeeded } from '#shared/result.ts';
import { judgeCompleteness } from '../ledger/completeness/judge-completeness.ts';
import { readSums } from './reading-sums.ts';
import type { Handlers } from './task-handler.ts';

/** How whole the ledger is. */
export const completenessHandlers: Handlers<keyof CompletenessAnswers> = {
  'judge-completeness': ({ ledgerPath, accountId, nowIso }) =>
    readSums(
      ledgerPath,
      nowIso,
      (ledger, kept) => succeeded(judgeCompleteness(ledger, accountId, nowIso, kept)),
      succeeded([]),
    ),
};
