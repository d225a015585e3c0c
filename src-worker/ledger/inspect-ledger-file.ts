import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Failure } from '#shared/failure.ts';
import { applicationId } from './application-id.ts';
import { ledgerFailure } from './ledger-failure.ts';

/**
 * What lies at a path. `empty`: nothing in it yet, or an SQLite file that might be empty and has to be asked.
 * `unusable` carries the reason.
 */
export type LedgerFile =
  | { readonly kind: 'missing' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'ledger' }
  | { readonly kind: 'unusable'; readonly failure: Failure };

const magic = 'SQLite format 3\0';
const headerBytes = 100;

/**
 * Looks at the first hundred bytes (https://www.sqlite.org/fileformat.html, "The Database Header") without SQLite:
 * opening somebody else's database, even for reading, can leave files beside it.
 */
export function inspectLedgerFile(path: string): LedgerFile {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return { kind: 'missing' };
    if (stat.isDirectory()) return { kind: 'unusable', failure: { kind: 'ledger-is-folder', path } };
    if (!stat.isFile()) return { kind: 'unusable', failure: { kind: 'ledger-not-sqlite', path } };
    if (stat.size === 0) return { kind: 'empty' };
    return judge(readHeader(path), path);
  } catch (error) {
    const failure = ledgerFailure(error, path);
    if (failure === null) throw error;
    return { kind: 'unusable', failure };
  }
}

function judge(header: Buffer, path: string): LedgerFile {
  if (header.length < headerBytes || header.toString('latin1', 0, magic.length) !== magic) {
    return { kind: 'unusable', failure: { kind: 'ledger-not-sqlite', path } };
  }
  const owner = header.readInt32BE(68);
  if (owner === applicationId) return { kind: 'ledger' };
  // Ours gets its id before it is switched to WAL (read version 2), so an unsigned WAL file is another program's.
  const isUnsignedRollbackFile = owner === 0 && header.readUInt8(19) === 1;
  if (isUnsignedRollbackFile) return { kind: 'empty' };
  return { kind: 'unusable', failure: { kind: 'ledger-not-passbook', path } };
}

function readHeader(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(headerBytes);
    return header.subarray(0, readSync(file, header, 0, headerBytes, 0));
  } finally {
    closeSync(file);
  }
}
