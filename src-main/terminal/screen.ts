import type { Surroundings } from './surroundings.ts';
import { withoutControls } from './without-controls.ts';

/**
 * What a command may show. With `--json` stdout carries one object a line and nothing else, so words for people go
 * to stderr (design, section 8); without it `record` does nothing and `say` is the output.
 */
export interface Screen {
  readonly json: boolean;
  /** A person watches stdout, and it understands cursor control. */
  readonly live: boolean;
  readonly colour: boolean;
  readonly columns: () => number;
  record(object: object): void;
  /** One line for the reader; control characters in it are blanked. */
  say(line: string): void;
  /** Warnings and errors, always on stderr. */
  complain(line: string): void;
  /** Raw text on stdout: the live bar only. */
  draw(text: string): void;
}

/** @param options.json `--json` was given */
export function createScreen({ stdout, stderr, env }: Surroundings, options: { json: boolean }): Screen {
  const { json } = options;
  const live = stdout.isTty && !json && env['TERM'] !== 'dumb';
  return {
    json,
    live,
    // https://no-color.org: any value but the empty one turns colour off.
    colour: live && (env['NO_COLOR'] ?? '') === '',
    columns: stdout.columns,
    record: (object) => {
      if (json) stdout.write(`${JSON.stringify(object)}\n`);
    },
    say: (line) => (json ? stderr : stdout).write(`${withoutControls(line)}\n`),
    complain: (line) => stderr.write(`${withoutControls(line)}\n`),
    draw: (text) => stdout.write(text),
  };
}
