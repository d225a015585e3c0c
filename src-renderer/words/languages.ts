import type { InAnyLanguage } from '#shared/words/in-any-language.ts';
import { english } from './english.ts';

/** Everything the window says, in one language. A sentence that is missing does not compile. */
export type Words = InAnyLanguage<typeof english>;

/** Every language the window speaks, by its BCP 47 tag. A new one is a line here (docs/words.md). */
export const languages: Readonly<Record<string, Words>> = { en: english };
