import * as z from 'zod';
import { errorTable } from './error-table.ts';
import { retryAfterSchema } from './retry-after.ts';
import type { ErrorCode } from './error-table.ts';

/** Names for `endpoint`. Accounts and cards share `balance`, `transactions` and `pending`; `any` is all of both hosts. */
export const endpointSchema = z.enum([
  'any',
  'me',
  'info',
  'accounts',
  'account',
  'cards',
  'card',
  'balance',
  'transactions',
  'pending',
  'standing_orders',
  'direct_debits',
  'results',
  'authorize',
  'token',
  'reauthuri',
  'delete',
  'providers',
]);
export type Endpoint = z.infer<typeof endpointSchema>;

const milliseconds = z.int().min(0).max(3_600_000);

const selector = {
  endpoint: endpointSchema,
  /** TrueLayer's `account_id`. */
  accountId: z.string().optional(),
  /** 0 is the first account; cards go on counting after the last account. */
  accountIndex: z.int().min(0).optional(),
  /** For `token`: only this `grant_type`. */
  grant: z.enum(['authorization_code', 'refresh_token']).optional(),
  /** Only calls with (`true`) or without (`false`) `async=true`. */
  async: z.boolean().optional(),
  /** The first call that is hit; calls are counted for each fault, from 1, among those it selects. */
  fromCall: z.int().min(1).default(1),
  /** How many calls are hit; absent: all that follow, or one where the fault changes the books. */
  count: z.int().min(1).optional(),
};

const fault = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...selector, ...shape }).readonly();

const errorCodes = Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]];

/** One fault: whom it hits, when, and what happens then. Each kind is described in `docs/demo-bank.md`. */
export const faultSchema = z.discriminatedUnion('kind', [
  // --- instead of the answer
  fault('error', {
    error: z.enum(errorCodes),
    /** Absent: no `Retry-After`, which is what TrueLayer documents. */
    retryAfter: retryAfterSchema.optional(),
  }),
  fault('html', { status: z.int().min(200).max(599).default(502) }),
  /** For `results`: the task is over, and the bank never answered. */
  fault('failed-task', {}),
  // --- the wire
  fault('slow', { delayMs: milliseconds.default(0), bodyMs: milliseconds.default(0) }),
  fault('cut', { when: z.enum(['before-headers', 'after-headers', 'in-the-body']) }),
  /** The work is done (a refresh token is spent, say) and the answer never arrives. */
  fault('lost-answer', {}),
  fault('truncated-json', {}),
  fault('broken-json', {}),
  fault('gzip', {}),
  // --- the spelling
  fault('missing-optional-fields', {}),
  fault('null-optional-fields', {}),
  fault('seven-digit-fractions', {}),
  fault('whole-amounts', {}),
  fault('changing-transaction-id', {}),
  fault('missing-status', {}),
  // --- the books
  fault('settle-pending', {
    newIds: z.boolean().default(true),
    /** Added to each amount's size: 250 makes 10.00 spent 12.50 spent. */
    amountChangeMinor: z.int().default(0),
  }),
  fault('late-row', { daysBack: z.int().min(0).default(5), rows: z.int().min(1).max(1000).default(1) }),
  // --- the rules
  fault('refuse-wide-ranges', { widestDays: z.int().min(1) }),
]);
/** A fault as decoded, defaults filled in. */
export type Fault = z.infer<typeof faultSchema>;

/** `{"faults": [...]}` */
export const faultFileSchema = z.strictObject({ faults: z.array(faultSchema).readonly() }).readonly();
export type FaultFile = z.infer<typeof faultFileSchema>;
