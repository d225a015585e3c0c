import { languageFor } from '#shared/words/language-for.ts';
import { english } from './english.ts';
import { languages, type Words } from './languages.ts';

/** Which of the languages there are suits a reader best. `locales`: BCP 47, the one liked best first. */
export const languageOf = (locales: readonly string[]): string =>
  languageFor(locales, Object.keys(languages), 'en');

/** The words in one language. */
export const wordsOf = (language: string): Words => languages[language] ?? english;
