import { english } from './english.ts';

/** The same shape with any text in it: what makes a sentence English is lost, what it is made from stays. */
type InAnyLanguage<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => InAnyLanguage<Said>
    : { readonly [K in keyof T]: InAnyLanguage<T[K]> };

/** Everything the window says, in one language. A sentence that is missing does not compile. */
export type Words = InAnyLanguage<typeof english>;

/** The words for a reader. `locales`: BCP 47, the one liked best first. There is English so far. */
export const wordsOf = (_locales: readonly string[]): Words => english;
