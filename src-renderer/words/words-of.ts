import type { InAnyLanguage } from '#shared/words/in-any-language.ts';
import { english } from './english.ts';

/** Everything the window says, in one language. A sentence that is missing does not compile. */
export type Words = InAnyLanguage<typeof english>;

/** The words for a reader. `locales`: BCP 47, the one liked best first. There is English so far. */
export const wordsOf = (_locales: readonly string[]): Words => english;
