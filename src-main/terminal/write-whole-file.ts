import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { failed, type Result, succeeded } from '#shared/result.ts';

/** Writes a file whole or not at all, for its owner only: it may say what somebody spends. */
export function writeWholeFile(path: string, text: string): Result<null> {
  const unfinished = `${path}.unfinished`;
  try {
    writeFileSync(unfinished, text, { mode: 0o600 });
    renameSync(unfinished, path);
    return succeeded(null);
  } catch {
    rmSync(unfinished, { force: true });
    return failed({ kind: 'output-not-writable', path });
  }
}
