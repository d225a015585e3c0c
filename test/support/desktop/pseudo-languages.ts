import { english } from '../../../src-main/words/english.ts';
import { inAccents } from '../window/in-accents.ts';

/** In the place of src-main/words/languages.ts: a language that nobody speaks, for everybody. */
export const languages: unknown = { en: inAccents(english) };
