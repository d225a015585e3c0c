import * as z from 'zod';
import { faultSchema } from '../../src-demo-bank/faults/fault-schema.ts';

/** How to reach and log in to a demo bank that runs in a process of its own. */
export const bankAddressSchema = z
  .object({
    authUrl: z.string(),
    apiUrl: z.string(),
    clientId: z.string(),
    clientSecret: z.string(),
    redirectUri: z.string(),
  })
  .readonly();
export type BankAddress = z.infer<typeof bankAddressSchema>;

/**
 * What the demo bank of one measurement holds. `transactions`: booked rows of each account, over `days`, and nothing
 * pending; absent: both as a life brings them.
 */
export const bankWishSchema = z
  .object({
    accounts: z.number(),
    /** Absent: none. */
    cards: z.number().optional(),
    transactions: z.number().optional(),
    days: z.number(),
    latencyMs: z.number(),
    /** The bank refuses wider ranges, as some do (truelayer.md 4.4); absent: any width. */
    widestDays: z.number().optional(),
    /** Further faults, after that one. */
    faults: z.array(faultSchema).readonly().optional(),
  })
  .readonly();
export type BankWish = z.infer<typeof bankWishSchema>;
