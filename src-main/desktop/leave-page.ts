/** So long the page may take to store what its fields hold. One that hangs must not keep the window open. */
const patienceMs = 500;

/** Asks the page to put away what it holds, before its window goes. */
export interface PageLeave {
  /** Resolves when the page has put everything away, or the time is up. Asked twice, it is one question. */
  readonly ask: () => Promise<void>;
  /** The page has answered. */
  readonly answered: () => void;
}

/** `tell`: pushes the question. `later`: calls back after so many milliseconds, and returns how not to. */
export function createPageLeave(
  tell: () => void,
  later: (act: () => void, ms: number) => () => void,
): PageLeave {
  let asking: PromiseWithResolvers<void> | null = null;
  return {
    ask: () => {
      if (asking !== null) return asking.promise;
      const question = Promise.withResolvers<void>();
      asking = question;
      const stop = later(question.resolve, patienceMs);
      tell();
      return question.promise.finally(() => {
        stop();
        asking = null;
      });
    },
    answered: () => asking?.resolve(),
  };
}
