import * as z from 'zod';
import { askedSchema } from './list-questions-task.ts';

/** What `insight-questions.ts` is told. */
export const insightQuestionsTaskSchema = z.object({ ledgerPath: z.string(), rounds: z.number() }).readonly();

/** @see measureInsights */
export const insightQuestionsAnswerSchema = z
  .object({
    rows: z.number(),
    /** Summing all rows up, once in a ledger's life. */
    sumsMs: z.number(),
    sumsOwnMs: z.number(),
    asked: z.array(askedSchema).readonly(),
  })
  .readonly();
/** @see insightQuestionsAnswerSchema */
export type InsightQuestionsAnswer = z.infer<typeof insightQuestionsAnswerSchema>;
