import { hash } from 'node:crypto';
import type { BankTransaction } from '#shared/bank-rows.ts';

type Content = Pick<BankTransaction, 'date' | 'amountMinor' | 'currency' | 'description'>;

/** Banks pad and re-wrap descriptions between calls; nobody would call that another transaction. */
export const foldWhiteSpace = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

/**
 * What makes two rows without ids the same row, as text: day, amount, currency, description. Only compared in
 * memory, so it stays plain.
 */
export const contentOf = (row: Content): string =>
  `${row.date}|${row.amountMinor}|${row.currency}|${foldWhiteSpace(row.description)}`;

/**
 * `contentOf` made short for the unique index: 128 bits of SHA-256, 22 characters. Two different contents of one
 * account would have to collide on purpose.
 */
export const shortFingerprint = (content: string): string =>
  hash('sha256', content, 'base64url').slice(0, 22);
