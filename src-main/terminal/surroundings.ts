import type { Clock } from '#shared/clock.ts';

/** Somewhere text goes: a terminal, a pipe, a test's memory. */
export interface TextSink {
  write(text: string): void;
  /** Whether a person looks at it live. */
  readonly isTty: boolean;
  /** Width in characters at this moment; windows are resized. */
  readonly columns: () => number;
}

/** What the user is asked. `hidden`: nothing of the answer is shown. `signal`: aborts when nobody wants it any more. */
export interface Question {
  readonly text: string;
  readonly hidden?: boolean;
  readonly signal?: AbortSignal;
}

/** `nobody`: no terminal, the end of the input, or an abort. `stopped`: Ctrl-C. */
export type Answer =
  | { readonly kind: 'given'; readonly text: string }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'stopped' };

/**
 * Everything around a command that a test replaces: where it writes, what it reads, time and signals. The commands
 * know `process` by this alone.
 */
export interface Surroundings {
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The machine's clock, before `--now` moves it. Milliseconds since 1970. */
  readonly nowMs: () => number;
  readonly sleep: Clock['sleep'];
  /** Calls `tick` every `ms` until the returned function is called. */
  readonly every: (ms: number, tick: () => void) => () => void;
  /** Ctrl-C, or a polite request to end (SIGTERM). Until the returned function is called it does not end the process. */
  readonly onInterrupt: (listener: () => void) => () => void;
  /** Ends the process at once. */
  readonly exitNow: (exitCode: number) => void;
  /** Asks for a line and waits for it. */
  readonly ask: (question: Question) => Promise<Answer>;
  /** Calls `listener` for an exception nobody caught, which would otherwise end the process with a stack trace. */
  readonly onCrash: (listener: (error: unknown) => void) => () => void;
  readonly nodeVersion: string;
  readonly appVersion: string;
}
