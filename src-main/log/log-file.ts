import { existsSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pino } from 'pino';
import { toIso } from '#shared/clock.ts';
import type { OpenLog } from './log-door.ts';
import type { Redactor } from './redactor.ts';

/** A log that grew past this is moved aside when the next run begins; one old log is kept. */
const rollAboveBytes = 5_000_000;

/** Beside the ledger, so that whoever finds one finds the other. */
export const logPathOf = (ledgerPath: string): string => `${ledgerPath}.log`;

/**
 * The log beside a ledger: one JSON line an event (pino), readable by its owner only. It is opened with the first
 * line, so a run that has nothing to tell leaves no file. A log that cannot be written is given up silently: the
 * sync matters more, and a ledger beside it that cannot be written either is reported by itself.
 */
export function openLogFile(path: string, redactor: Redactor, nowMs: () => number): OpenLog {
  let open: LogWriter | null | undefined;
  const writer = (): LogWriter | null => {
    if (open === undefined) open = tryOpen(path, redactor, nowMs);
    return open;
  };
  return {
    info: (line, fields = {}) => writer()?.logger.info(fields, line),
    warn: (line, fields = {}) => writer()?.logger.warn(fields, line),
    error: (line, fields = {}) => writer()?.logger.error(fields, line),
    protect: (secret) => redactor.protect(secret),
    close() {
      open?.close();
      open = null;
    },
  };
}

interface LogWriter {
  readonly logger: pino.Logger;
  readonly close: () => void;
}

function tryOpen(path: string, redactor: Redactor, nowMs: () => number): LogWriter | null {
  try {
    if (!existsSync(dirname(path))) return null;
    rollWhenLarge(path);
    // Synchronous: the line that explains a crash must be on disk when the process ends.
    const file = pino.destination({ dest: path, sync: true, mode: 0o600 });
    file.on('error', () => undefined);
    const logger = pino(
      {
        base: { pid: process.pid },
        timestamp: () => `,"time":"${toIso(nowMs())}"`,
        formatters: { level: (label) => ({ level: label }) },
      },
      { write: (line: string) => void file.write(redactor.clean(line)) },
    );
    return { logger, close: () => file.end() };
  } catch {
    return null;
  }
}

function rollWhenLarge(path: string): void {
  if (existsSync(path) && statSync(path).size > rollAboveBytes) renameSync(path, `${path}.1`);
}
