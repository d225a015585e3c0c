import type { OpenLog } from '../../../src-main/log/log-door.ts';

/** A log that a test reads. */
export interface LogInMemory extends OpenLog {
  /** Everything written, fields as JSON. */
  readonly text: () => string;
}

/** @see LogInMemory */
export function logInMemory(): LogInMemory {
  const lines: string[] = [];
  const write = (line: string, fields: Readonly<Record<string, unknown>> = {}): void =>
    void lines.push(`${line} ${JSON.stringify(fields)}`);
  return {
    info: write,
    warn: write,
    error: write,
    protect: () => undefined,
    close: () => undefined,
    text: () => lines.join('\n'),
  };
}
