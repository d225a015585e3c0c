import { dayText } from './day-text.ts';

/**
 * A sentence that was kept with its job, its days as the reader's locale writes them: the ledger keeps them as
 * `2026-11-09`, since it does not know who will read.
 */
export const withDays = (sentence: string): string =>
  sentence.replaceAll(/\b\d{4}-\d{2}-\d{2}\b(?!T)/g, dayText);
