import { failed } from '#shared/result.ts';
import type { RestatementAnswers } from '#shared/restatement.ts';
import type { Handlers } from './task-handler.ts';

/** Taking a job back, and reading the stored pages once more. */
export const restatementHandlers: Handlers<keyof RestatementAnswers> = {
  'undo-job': () => failed({ kind: 'bug' }),
  'replay-pages': () => failed({ kind: 'bug' }),
};
