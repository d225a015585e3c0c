import * as z from 'zod';
import { ledgerTask } from './ledger-task.ts';

/** How sure a link from a pending row to the booked one it became is; `confirmed`: by the user. */
export const confidenceSchema = z.enum(['certain', 'likely', 'doubtful', 'confirmed']);
/** @see confidenceSchema */
export type Confidence = z.infer<typeof confidenceSchema>;

/** What a link was made by (docs/identity.md), best evidence first. */
export const settlementReasonSchema = z.enum([
  'same-id',
  'same-instant',
  'same-amount',
  'nearly-same-amount',
  'tip',
  'hold',
  'other-amount',
  'other-text',
  'arrived-earlier',
]);
/** @see settlementReasonSchema */
export type SettlementReason = z.infer<typeof settlementReasonSchema>;

/** What the user says of a link: they are one payment, or two. */
export const verdictSchema = z.enum(['confirmed', 'undone']);
/** @see verdictSchema */
export type Verdict = z.infer<typeof verdictSchema>;

/** Which links to list: those in doubt; all there are; those the user has decided about, newest first, also the undone. */
export const whichSettlementsSchema = z.enum(['doubtful', 'all', 'decided']);
/** @see whichSettlementsSchema */
export type WhichSettlements = z.infer<typeof whichSettlementsSchema>;

/**
 * A pending row and the booked one it is taken to have become, side by side. `id` is the pending row's, and the name
 * of the pair: a pending row has one link at most. `verdict`: the user's, `null` where there is none; of an undone link
 * the rest is as it was before. Amounts are in the minor unit of `currency`.
 */
export const settlementRowSchema = z.object({
  id: z.number(),
  booked_id: z.number(),
  account_id: z.string(),
  confidence: confidenceSchema,
  reason: settlementReasonSchema,
  verdict: verdictSchema.nullable(),
  currency: z.string(),
  pending_date: z.string(),
  pending_amount_minor: z.number(),
  pending_description: z.string(),
  booked_date: z.string(),
  booked_amount_minor: z.number(),
  booked_description: z.string(),
});
/** @see settlementRowSchema */
export type SettlementRow = z.infer<typeof settlementRowSchema>;

/** Pending rows and the booked ones they became, and the user's word about them. `pendingId`: the pair's `id`. */
export const settlementTasks = [
  ledgerTask('list-settlements', { which: whichSettlementsSchema, limit: z.number() }),
  ledgerTask('decide-settlement', { pendingId: z.number(), verdict: verdictSchema, nowIso: z.string() }),
  /** Takes the user's last word about it back: it is as it was. */
  ledgerTask('take-back-decision', { pendingId: z.number(), nowIso: z.string() }),
] as const;

/** What those tasks answer. */
export interface SettlementAnswers {
  readonly 'list-settlements': readonly SettlementRow[];
  readonly 'decide-settlement': null;
  readonly 'take-back-decision': null;
}
