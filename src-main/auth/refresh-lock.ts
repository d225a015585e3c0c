import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import lockfile from 'proper-lockfile';
import type { Clock } from '#shared/clock.ts';
import type { Failure } from '#shared/failure.ts';
import { failed, succeeded, type Result } from '#shared/result.ts';

/**
 * A holder that stopped touching its lock for this long is dead, and its lock is taken over. Short, because whoever
 * comes after a `kill -9` waits it out; long enough for a busy machine to be late with a touch.
 */
const staleAfterMs = 10_000;
const touchEveryMs = 2_500;

/** A refresh may take two time-outs of 20 s. Whoever waits longer than this waits for something else. */
const patienceMs = 60_000;
const retryEveryMs = 100;

/** Where the locks are, and the clock that waiting goes by. */
export interface RefreshLockDeps {
  readonly lockFolder: string;
  readonly clock: Clock;
}

/**
 * Does `work` while no other call, in this process or in another one of this user, works on the tokens of the same
 * connection (docs/decisions/0003). The lock is a folder made by `mkdir`, which is atomic on every file system,
 * touched while it is held and removed at the end.
 *
 * Fails with `timed-out` when the lock is not to be had in a minute, or when the lock folder cannot be written.
 */
export async function withRefreshLock<T>(
  { lockFolder, clock }: RefreshLockDeps,
  connectionId: string,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const release = await acquire(lockFolder, clock, connectionId);
  if (!release.ok) return release;
  try {
    return await work();
  } finally {
    // Fails only when the lock was lost meanwhile (the machine slept): then there is nothing to release.
    await release.value().catch(() => {});
  }
}

async function acquire(
  lockFolder: string,
  clock: Clock,
  connectionId: string,
): Promise<Result<() => Promise<void>>> {
  // An id may hold anything; a file name may not.
  const name = createHash('sha256').update(connectionId).digest('hex').slice(0, 24);
  try {
    await mkdir(lockFolder, { recursive: true, mode: 0o700 });
  } catch (error) {
    return failed(folderFailure(errorCode(error), lockFolder));
  }
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += retryEveryMs) {
    try {
      const release = await lockfile.lock(join(lockFolder, name), {
        realpath: false,
        stale: staleAfterMs,
        update: touchEveryMs,
        // Its default throws out of a timer, which would end the process. The work is let finish: a refresh that
        // was sent cannot be taken back, and its new token must be stored.
        onCompromised: () => {},
      });
      return succeeded(release);
    } catch (error) {
      const code = errorCode(error);
      // ENOENT and EEXIST: the lock of a dead process was cleared away by two at the same moment.
      if (code !== 'ELOCKED' && code !== 'ENOENT' && code !== 'EEXIST') {
        return failed(folderFailure(code, lockFolder));
      }
    }
    await clock.sleep(retryEveryMs);
  }
  return failed({ kind: 'timed-out', afterMs: patienceMs });
}

const folderFailure = (code: string, path: string): Failure =>
  code === 'ENOSPC' ? { kind: 'disk-full', path } : { kind: 'ledger-not-writable', path };

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
