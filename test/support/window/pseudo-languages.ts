import { english } from '../../../src-renderer/words/english.ts';
import { inAccents } from './in-accents.ts';

/** Built in instead of src-renderer/words/languages.ts: for Japanese readers, a language that nobody speaks. */
export const languages: unknown = { en: english, ja: inAccents(english) };
