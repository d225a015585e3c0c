import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Failure } from '#shared/failure.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { outputPlace } from './output-place.ts';

/**
 * Writes the pieces to a file beside `out` and renames it at the end, so that `out` is written whole or not at all
 * and an export that fails leaves an older one as it was. Mode 0600: it is a bank statement.
 */
export function writeWholeFile(out: string, pieces: Iterable<string>): Result<null> {
  try {
    const place = outputPlace(out);
    if (place === null) return failed({ kind: 'output-not-writable', path: out });
    writeBeside(place, pieces);
    return succeeded(null);
  } catch (error) {
    const failure = outputFailure(error, out);
    if (failure === null) throw error;
    return failed(failure);
  }
}

function writeBeside(place: string, pieces: Iterable<string>): void {
  const part = `${place}.${process.pid}.part`;
  // What lies there is not this process's: opened, a link would have whatever it names written over.
  rmSync(part, { force: true });
  const file = openSync(part, 'wx', 0o600);
  try {
    try {
      fchmodSync(file, 0o600);
      for (const piece of pieces) writeFully(file, Buffer.from(piece));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(part, place);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** `writeSync` may write less than it was given, on a nearly full disk for one. */
function writeFully(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
}

/** `null` for what did not come from the file system, such as the rows themselves. */
function outputFailure(error: unknown, out: string): Failure | null {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return null;
  const isFull = error.code === 'ENOSPC' || error.code === 'EDQUOT';
  return { kind: isFull ? 'disk-full' : 'output-not-writable', path: out };
}
