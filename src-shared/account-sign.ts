import * as z from 'zod';

/**
 * Which way an account's amounts point. `as-sent`: TrueLayer's `transaction_type` says it, which is right for nearly
 * all. `reversed`: this bank has DEBIT and CREDIT the wrong way round (Monzo Flex; truelayer.md 2.6), as the user saw.
 */
export const accountSignSchema = z.enum(['as-sent', 'reversed']);
/** @see accountSignSchema */
export type AccountSign = z.infer<typeof accountSignSchema>;
