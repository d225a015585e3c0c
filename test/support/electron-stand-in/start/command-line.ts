import { resolve } from 'node:path';

/** What Electron's default app reads from its arguments. */
export interface StandInCommandLine {
  /** `-r FILE`: loaded before the app. */
  readonly preloadModules: readonly string[];
  /** The app's folder or its main file, absolute. */
  readonly appPath: string | null;
  readonly inspect: boolean;
  readonly remoteDebugging: boolean;
  /** `--name` or `--name=value` anywhere on the line: Chromium's switches and the app's share one table. */
  readonly switches: ReadonlyMap<string, string>;
}

/** Reads `argv` without its first element as `default_app/main.ts` of Electron does: the first plain word is the app. */
export function readCommandLine(args: readonly string[], cwd: string): StandInCommandLine {
  const preloadModules: string[] = [];
  let appPath: string | null = null;
  for (let at = 0; at < args.length && appPath === null; at++) {
    const word = args[at] ?? '';
    if (word === '-r' || word === '--require') {
      preloadModules.push(resolve(cwd, args[at + 1] ?? ''));
      at++;
    } else if (!word.startsWith('-')) appPath = resolve(cwd, word);
  }
  const switches = new Map<string, string>();
  for (const word of args) {
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(word);
    if (match?.[1] !== undefined) switches.set(match[1], match[2] ?? '');
  }
  return {
    preloadModules,
    appPath,
    inspect: switches.has('inspect'),
    remoteDebugging: switches.has('remote-debugging-port'),
    switches,
  };
}
