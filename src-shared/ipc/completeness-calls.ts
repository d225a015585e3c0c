import * as z from 'zod';
import { accountCompletenessSchema } from '../completeness.ts';

/** How whole the history of each account is, or of one. */
export const completenessCalls = {
  'completeness.judge': {
    request: z.strictObject({ accountId: z.string().min(1).max(200).optional() }),
    answer: z.array(accountCompletenessSchema).readonly(),
  },
} as const;
