import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Connection } from '#shared/connection.ts';

/** What a sync in a process of its own is told. @see run-sync-child.ts */
export interface SyncChildOrder {
  readonly ledgerPath: string;
  readonly connection: Connection;
  readonly tokens: { readonly token: string } | { readonly store: string };
  readonly accountId?: string;
  readonly workers?: number;
  readonly nowMs?: number;
}

/** A line the child told. */
type Told = Readonly<Record<string, unknown>>;

/** A sync in a process of its own. */
export interface SyncChild {
  readonly pid: number;
  /** The first line of this type; `null` when the process ends without one. */
  readonly told: (type: string) => Promise<Told | null>;
  /** Holds it still where it is, and lets it go on. */
  readonly pause: () => void;
  readonly goOn: () => void;
  /** `kill -9`. Resolves when the process is gone; true when the signal ended it, false when it had ended by itself. */
  readonly kill: () => Promise<boolean>;
  readonly ended: Promise<SyncChildEnd>;
}

/** How it ended. `code` is `null` when a signal ended it. */
export interface SyncChildEnd {
  readonly code: number | null;
  readonly lines: readonly Told[];
  readonly err: string;
}

const script = join(import.meta.dirname, 'run-sync-child.ts');

/** Starts it. `env` is added to this process's own. */
export function startSyncChild(order: SyncChildOrder, env: Readonly<Record<string, string>> = {}): SyncChild {
  return followChild(
    spawn(process.execPath, [script, JSON.stringify(order)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    }),
  );
}

/** Reads a child's JSON lines. `running` has stdout and stderr piped. */
export function followChild(running: ChildProcess): SyncChild {
  const { stdout, stderr } = running;
  if (stdout === null || stderr === null) throw new Error('The child has no pipes');
  const lines: Told[] = [];
  const waiting = new Set<() => void>();
  let isOver = false;
  let err = '';
  stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const lookAll = (): void => {
    for (const look of waiting) look();
  };
  createInterface({ input: stdout }).on('line', (line) => {
    lines.push(parsed(line));
    lookAll();
  });
  const ended = once(running, 'close').then(([code]: unknown[]): SyncChildEnd => {
    isOver = true;
    lookAll();
    return { code: typeof code === 'number' ? code : null, lines, err };
  });
  return {
    pid: running.pid ?? 0,
    told: (type) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = lines.find((line) => line['type'] === type);
          if (found === undefined && !isOver) return;
          waiting.delete(look);
          resolve(found ?? null);
        };
        waiting.add(look);
        look();
      }),
    pause: () => void running.kill('SIGSTOP'),
    goOn: () => void running.kill('SIGCONT'),
    kill: async () => {
      running.kill('SIGKILL');
      return (await ended).code === null;
    },
    ended,
  };
}

/** A process that was killed may have told half a line. */
function parsed(line: string): Told {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
