import * as z from 'zod';

/** What `list-questions.ts` is told. `seed`: of the words, filters and offsets it asks for. */
export const listQuestionsTaskSchema = z
  .object({ ledgerPath: z.string(), rounds: z.number(), seed: z.number() })
  .readonly();

/** How long each question of a kind took: by the clock, and of this process's own time. Milliseconds. */
export const askedSchema = z
  .object({
    kind: z.string(),
    ms: z.array(z.number()).readonly(),
    ownMs: z.array(z.number()).readonly(),
    /** Of the slowest: what was asked. */
    slowest: z.string(),
  })
  .readonly();
/** @see askedSchema */
export type Asked = z.infer<typeof askedSchema>;

/** @see measureList */
export const listQuestionsAnswerSchema = z
  .object({
    rows: z.number(),
    openMs: z.number(),
    /** The first page of a ledger that was just opened, out of the file. */
    firstPageMs: z.number(),
    firstPageOwnMs: z.number(),
    /** Until the list was in memory, others' turns included, and the longest it held the thread. */
    heldAfterMs: z.number(),
    /** Until its words were, too. */
    wordsAfterMs: z.number(),
    longestSliceOwnMs: z.number(),
    /** Bytes of all typed arrays. */
    arrayBytes: z.number(),
    asked: z.array(askedSchema).readonly(),
    plans: z.array(z.string()).readonly(),
  })
  .readonly();
/** @see listQuestionsAnswerSchema */
export type ListQuestionsAnswer = z.infer<typeof listQuestionsAnswerSchema>;
