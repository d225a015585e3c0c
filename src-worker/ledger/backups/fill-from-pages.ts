import type { WritingDatabase } from '../ledger-database.ts';
import type { DecodePage } from '../replay/replay-pages.ts';
import { restateRows } from '../replay/restate-rows.ts';
import { findWantedRows } from '../replay/wanted-rows.ts';
import { indexWordsAnew } from '../rows/index-words-anew.ts';

/**
 * Adds the rows that the stored pages have and the ledger has lost. Nothing is taken away or changed: a page that was
 * lost too cannot speak for the rows it brought.
 *
 * @returns how many pages were read.
 */
export function fillFromPages(db: WritingDatabase, nowIso: string, decode: DecodePage): number {
  const accountRefs = db.prepare<[], number>('SELECT ref FROM accounts ORDER BY ref').pluck().all();
  const { pages, differences, liveRefs } = findWantedRows(db, { accountRefs }, decode);
  const missing = differences.filter(({ live }) => live === null);
  const keepsNumbers = db.prepare('SELECT 1 FROM transactions LIMIT 1').get() === undefined;
  db.transaction(() =>
    restateRows(db, missing, liveRefs, { kind: 'replayed', jobRef: null, nowIso, keepsNumbers }),
  ).immediate();
  return pages;
}

/** What triggers and writers keep from other tables, made anew: what shows of the overlays, and the index of words. */
export function makeDerivedTables(db: WritingDatabase): void {
  db.exec(`
    DELETE FROM shown_overlays;
    UPDATE overlays SET updated_at = updated_at;
  `);
  indexWordsAnew(db);
}
