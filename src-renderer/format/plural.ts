import { plural as englishPlural } from '#shared/words/count-of.ts';

/** The form of an English word for a count. */
export const plural = englishPlural;
