import type { Surroundings, TextSink } from '../../../src-main/terminal/surroundings.ts';
import { createManualClock, type ManualClock } from '../manual-clock.ts';

/** A terminal in memory: what was written can be read, and Ctrl-C can be pressed. */
export interface FakeSurroundings extends Surroundings {
  readonly clock: ManualClock;
  /** Everything written to stdout so far, escapes included. */
  readonly out: () => string;
  readonly err: () => string;
  /** stdout as one object a line; fails when a line is anything else. */
  readonly records: () => readonly Readonly<Record<string, unknown>>[];
  readonly pressCtrlC: () => void;
  /** How many listen for Ctrl-C now. */
  readonly interruptListeners: () => number;
  /** Exit codes the process was ended with at once. */
  readonly exits: readonly number[];
  readonly questions: readonly { readonly text: string; readonly hidden: boolean }[];
}

/** As an answer: the user presses Ctrl-C instead. */
export const ctrlC = '\u0003';

/** `answers`: what the user types, question after question; then nobody is there. */
export interface FakeSurroundingsOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly isTty?: boolean;
  readonly columns?: number;
  readonly answers?: readonly string[];
}

/** Surroundings that touch nothing real. */
export function fakeSurroundings(options: FakeSurroundingsOptions = {}): FakeSurroundings {
  const { env = {}, isTty = false, columns = 80, answers = [] } = options;
  const written = { out: '', err: '' };
  const sink = (name: 'out' | 'err'): TextSink => ({
    write: (text) => void (written[name] += text),
    isTty,
    columns: () => columns,
  });
  const listeners = new Set<() => void>();
  const exits: number[] = [];
  const questions: { text: string; hidden: boolean }[] = [];
  const clock = createManualClock();
  return {
    stdout: sink('out'),
    stderr: sink('err'),
    env,
    nowMs: clock.nowMs,
    sleep: clock.sleep,
    every: () => () => undefined,
    onInterrupt: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onCrash: () => () => undefined,
    exitNow: (code) => void exits.push(code),
    ask: ({ text, hidden = false }) => {
      questions.push({ text, hidden });
      const answer = answers[questions.length - 1];
      if (answer === undefined) return Promise.resolve({ kind: 'nobody' });
      return Promise.resolve(answer === ctrlC ? { kind: 'stopped' } : { kind: 'given', text: answer });
    },
    nodeVersion: 'v24.21.0',
    appVersion: '1.2.3',
    clock,
    out: () => written.out,
    err: () => written.err,
    records: () =>
      written.out
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>),
    pressCtrlC: () => {
      for (const listener of listeners) listener();
    },
    interruptListeners: () => listeners.size,
    exits,
    questions,
  };
}
