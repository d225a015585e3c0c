import { constants, zstdCompressSync } from 'node:zlib';
import type { AnsweredWindow } from '../../engine/account-ledger.ts';
import type { AccountRefs } from '../account-refs.ts';
import type { WritingDatabase } from '../ledger-database.ts';

/** Level 1 takes a few milliseconds a megabyte and makes bank JSON about a tenth; higher levels gain little. */
const zstdLevel = 1;

/** Done before the transaction begins, so that the write lock is held no longer than needed. */
export const compressBody = (body: Uint8Array): Buffer =>
  zstdCompressSync(body, { params: { [constants.ZSTD_c_compressionLevel]: zstdLevel } });

/** @returns the page's key, which every row it changes refers to. */
export function insertRawPage(
  db: WritingDatabase,
  refs: AccountRefs,
  answer: Omit<AnsweredWindow, 'range'> & Partial<Pick<AnsweredWindow, 'range'>>,
  compressed: Buffer,
): number {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO raw_pages
         (account_ref, job_ref, kind, from_day, to_day, asked_at, http_status, body_bytes, body_zstd)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
      compressed,
    );
  return Number(lastInsertRowid);
}
