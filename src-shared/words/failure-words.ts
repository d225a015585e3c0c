import type { Failure, FailureKind } from '../failure.ts';
import { bankFailureWords } from './bank-failure-words.ts';
import { connectFailureWords } from './connect-failure-words.ts';
import { localFailureWords } from './local-failure-words.ts';
import { plainFigures, type SentenceFigures } from './sentence-figures.ts';

/** What a person is told about a failure: three short sentences. `did` may be empty when the app did nothing about it. */
export interface FailureWords {
  readonly happened: string;
  readonly did: string;
  readonly todo: string;
}

/** Words for some kinds of failure; each function gets exactly its own kind's fields. */
export type FailureWordsTable<K extends FailureKind> = {
  readonly [P in K]: (failure: Extract<Failure, { kind: P }>, say: SentenceFigures) => FailureWords;
};

/** Every kind there is: leaving one out does not compile. */
const table: FailureWordsTable<FailureKind> = {
  ...bankFailureWords,
  ...connectFailureWords,
  ...localFailureWords,
};

/** What happened, what the app did about it, what to do now. `say`: how the reader's side writes numbers and times. */
export function wordsOf(failure: Failure, say: SentenceFigures = plainFigures): FailureWords {
  // The table pairs every kind with a function of that kind; TypeScript cannot follow the pairing through an index.
  const speak = table[failure.kind] as (failure: Failure, say: SentenceFigures) => FailureWords;
  return speak(failure, say);
}

/** The same as one line of text. */
export function sentenceOf(failure: Failure): string {
  const { happened, did, todo } = wordsOf(failure);
  return [happened, did, todo].filter((part) => part !== '').join(' ');
}
