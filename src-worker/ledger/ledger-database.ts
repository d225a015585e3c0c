import type Database from 'better-sqlite3';

declare const reads: unique symbol;
declare const writes: unique symbol;

/** A connection that statements which only read may use. Made by opening a ledger, nowhere else. */
export type ReadingDatabase = Database.Database & { readonly [reads]: true };

/** A connection that may write: only `openLedger` makes one, so a reader cannot come by it. */
export type WritingDatabase = ReadingDatabase & { readonly [writes]: true };
