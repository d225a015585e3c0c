import { countOf as countOfPlainly } from '#shared/words/count-of.ts';

const format = new Intl.NumberFormat();

/** A count as the reader's locale writes it: 12,500. */
export const countText = (count: number): string => format.format(count);

/** `1 transaction`, `12,500 transactions`: an English word, the number as the reader's locale writes it. */
export const countOf = (count: number, one: string, many?: string): string =>
  countOfPlainly(count, one, many, countText);
