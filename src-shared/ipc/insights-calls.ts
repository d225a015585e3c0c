import * as z from 'zod';
import {
  balanceHistorySchema,
  cashFlowSchema,
  insightFilterSchema,
  insightScopeSchema,
  spendingSchema,
  spendingWishSchema,
} from '../insights.ts';
import { overviewSchema } from '../overview.ts';
import { recurringPaymentSchema } from '../recurring-payment.ts';

const filtered = z.strictObject({ filter: insightFilterSchema }).readonly();

/** What the overview shows, and what the rows tell when they are summed up. */
export const insightsCalls = {
  /** `isLook`: the user sees it now; what has changed is told since the look before. */
  'overview.read': { request: z.strictObject({ isLook: z.boolean() }), answer: overviewSchema },
  'insights.scope': { request: z.null(), answer: insightScopeSchema },
  'insights.balances': { request: filtered, answer: balanceHistorySchema },
  'insights.flow': { request: filtered, answer: cashFlowSchema },
  'insights.spending': { request: spendingWishSchema, answer: spendingSchema },
  'insights.recurring': { request: z.null(), answer: z.array(recurringPaymentSchema).readonly() },
} as const;
