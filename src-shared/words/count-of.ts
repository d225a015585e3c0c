import { pluralIn, type PluralForms } from './plural-in.ts';

/** The form of an English word for a count. Every English plural of the terminal and the window comes from here. */
export const plural: (count: number, forms: PluralForms) => string = pluralIn('en');

/**
 * `1 row`, `450 rows`. `many`: when adding an s is not enough. `write`: how the reader's side writes a number; the
 * terminal plainly, so that what it prints can be read by a program.
 */
export const countOf = (
  count: number,
  one: string,
  many = `${one}s`,
  write: (count: number) => string = String,
): string => `${write(count)} ${plural(count, { one, other: many })}`;
