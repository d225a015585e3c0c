import type { Failure } from '#shared/failure.ts';
import type { FailureWords } from '#shared/words/failure-words.ts';
import { windowWordsOf } from '#shared/words/window-failure-words.ts';
import { windowFigures } from '../format/window-figures.ts';

/** What happened, what Passbook did, what to do now: for every kind of failure there is. */
export const failureWords = {
  of: (failure: Failure): FailureWords => windowWordsOf(failure, windowFigures),
} as const;
