import type { Failure } from '#shared/failure.ts';
import { sentenceOf } from '#shared/words/failure-words.ts';
import { exitCode, exitCodeOfFailure } from './exit-code.ts';
import type { Screen } from './screen.ts';

/** Tells an expected failure, as words or as `{"type":"error"}`, and answers the exit code to end with. */
export function showFailure(screen: Screen, failure: Failure): number {
  const code = exitCodeOfFailure(failure);
  const until = 'untilIso' in failure ? { untilIso: failure.untilIso } : {};
  showError(screen, { kind: failure.kind, message: sentenceOf(failure), exitCode: code, ...until });
  return code;
}

/** Tells that something was asked for that cannot be done as asked. @param sentence ends in a full stop */
export function refuse(screen: Screen, sentence: string): number {
  showError(screen, { kind: 'usage', message: sentence, exitCode: exitCode.usage });
  return exitCode.usage;
}

/** Any error: exactly one object with `--json`, one line on stderr otherwise. */
export function showError(
  screen: Screen,
  error: {
    readonly kind: string;
    readonly message: string;
    readonly exitCode: number;
    readonly untilIso?: string | null;
  },
): void {
  screen.record({ type: 'error', ...error });
  screen.complain(error.message);
}
