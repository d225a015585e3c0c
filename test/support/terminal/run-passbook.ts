import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A `passbook` process of its own, as a user's shell starts it. */
export interface PassbookProcess {
  readonly pid: number;
  /** Resolves with the first line of stdout that fits, also one that came before; rejects when the process ends first. */
  readonly line: (fits: (line: string) => boolean) => Promise<string>;
  /** The same for an object of `--json`, by its `type`. */
  readonly record: (type: string) => Promise<Readonly<Record<string, unknown>>>;
  /** Resolves once stderr holds this text; rejects when the process ends without it. */
  readonly said: (text: string) => Promise<void>;
  readonly interrupt: () => void;
  readonly write: (text: string) => void;
  readonly ended: Promise<PassbookEnd>;
}

/** How a process ended. `code` is `null` when a signal ended it. */
export interface PassbookEnd {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `env` is added to a clean environment; `home` is where data would go by default; `door`: another checkout's. */
export interface RunOptions {
  readonly home: string;
  readonly door?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const ownDoor = join(import.meta.dirname, '..', '..', '..', 'bin', 'passbook.mjs');

/** Starts `passbook` with these arguments. Nothing of this machine's environment but `PATH` reaches it. */
export function startPassbook(
  args: readonly string[],
  { home, door = ownDoor, env = {} }: RunOptions,
): PassbookProcess {
  const child = spawn(process.execPath, [door, ...args], {
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: home,
      XDG_DATA_HOME: join(home, 'data'),
      TZ: 'UTC',
      PASSBOOK_TOKEN_STORE: 'memory',
      ...env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  let err = '';
  let isOver = false;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    for (const look of waiting) look();
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const look of waiting) look();
  });
  const ended = once(child, 'close').then(([code]: unknown[]) => {
    isOver = true;
    for (const look of waiting) look();
    return {
      code: typeof code === 'number' ? code : null,
      out: lines.map((line) => `${line}\n`).join(''),
      err,
    };
  });

  const until = <T>(find: () => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = find();
        if (found === undefined && !isOver) return;
        waiting.delete(look);
        if (found !== undefined) resolve(found);
        else reject(new Error(`passbook ${args.join(' ')} ended without that:\n${lines.join('\n')}\n${err}`));
      };
      waiting.add(look);
      look();
    });
  const line = (fits: (line: string) => boolean): Promise<string> => until(() => lines.find(fits));
  return {
    pid: child.pid ?? 0,
    line,
    record: async (type) => objectOf(await line((text) => objectOf(text)['type'] === type)),
    said: (text) => until(() => (err.includes(text) ? null : undefined)).then(() => undefined),
    interrupt: () => void child.kill('SIGINT'),
    write: (text) => void child.stdin.write(text),
    ended,
  };
}

/** Runs `passbook` to its end. */
export const runPassbook = (args: readonly string[], options: RunOptions): Promise<PassbookEnd> =>
  startPassbook(args, options).ended;

/** Every line of `--json` output, each an object. */
export const recordsOf = (out: string): readonly Readonly<Record<string, unknown>>[] =>
  out
    .split('\n')
    .filter((text) => text !== '')
    .map(objectOf);

function objectOf(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new Error(`Not an object: ${text}`);
  return { ...value };
}
