import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { AnsweredWindow } from '../../engine/account-ledger.ts';
import type { AccountRefs } from '../account-refs.ts';
import type { WritingDatabase } from '../ledger-database.ts';

/** Level 1 takes a few milliseconds a megabyte and makes bank JSON about a tenth; higher levels gain little. */
const zstdLevel = 1;

/** Done before the transaction begins, so that the write lock is held no longer than needed. */
export const compressBody = (body: Uint8Array): Buffer =>
  zstdCompressSync(body, { params: { [constants.ZSTD_c_compressionLevel]: zstdLevel } });

/** The body as it was received. One that damage to the file has hit is empty, which no decoder takes for an answer. */
export function expandBody(compressed: Buffer): Buffer {
  try {
    return zstdDecompressSync(compressed);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('ZSTD_'))) throw error;
    return Buffer.alloc(0);
  }
}

/** @returns the page's key, which every row it changes refers to. */
export function insertRawPage(
  db: WritingDatabase,
  refs: AccountRefs,
  answer: Omit<AnsweredWindow, 'range'> & Partial<Pick<AnsweredWindow, 'range'>>,
  stored: { readonly compressed: Buffer; readonly nowIso: string },
): number {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO raw_pages
         (account_ref, job_ref, kind, from_day, to_day, asked_at, http_status, body_bytes, body_zstd,
          stored_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      refs.accountRef,
      refs.jobRef,
      answer.range === undefined ? 'pending' : 'transactions',
      answer.range?.from ?? null,
      answer.range?.to ?? null,
      answer.askedAtIso,
      answer.httpStatus,
      answer.rawBody.byteLength,
      stored.compressed,
      stored.nowIso,
    );
  return Number(lastInsertRowid);
}
