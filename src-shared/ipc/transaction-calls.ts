import * as z from 'zod';
import { settlementRowSchema, verdictSchema, whichSettlementsSchema } from '../settlement.ts';
import {
  annotateRequestSchema,
  categoryCountSchema,
  currencyTotalSchema,
  listedTransactionSchema,
  transactionDetailSchema,
  totalsRequestSchema,
  transactionPageRequestSchema,
} from '../transaction-list.ts';

/** The list of transactions, one of them, what the user says about them, and the matches in doubt. */
export const transactionCalls = {
  'transactions.page': {
    request: transactionPageRequestSchema,
    /** `total`: all rows that fit, not only this page. */
    answer: z.object({ rows: z.array(listedTransactionSchema).readonly(), total: z.number() }).readonly(),
  },
  'transactions.totals': {
    request: totalsRequestSchema,
    /** `null`: not yet, to who can wait. */
    answer: z.object({ totals: z.array(currencyTotalSchema).readonly().nullable() }).readonly(),
  },
  'transactions.get': { request: z.strictObject({ id: z.int() }), answer: transactionDetailSchema },
  'transactions.annotate': {
    request: annotateRequestSchema,
    answer: z.object({ changed: z.number() }).readonly(),
  },
  'transactions.categories': { request: z.null(), answer: z.array(categoryCountSchema).readonly() },
  'settlements.list': {
    request: z.strictObject({ which: whichSettlementsSchema, limit: z.int().min(1).max(500) }),
    answer: z.array(settlementRowSchema).readonly(),
  },
  'settlements.decide': {
    request: z.strictObject({ pendingId: z.int(), verdict: verdictSchema }),
    answer: z.null(),
  },
  /** What was decided last about it is taken back: it is as it was. */
  'settlements.take-back': { request: z.strictObject({ pendingId: z.int() }), answer: z.null() },
} as const;
