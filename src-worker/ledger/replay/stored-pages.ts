import type { DayRange } from '#shared/calendar-day.ts';
import type { ReadingDatabase } from '../ledger-database.ts';
import { expandBody } from '../rows/raw-page.ts';

/** Which stored pages. What is left out does not restrict; pages of undone jobs never count. */
export interface PageChoice {
  readonly accountRefs: readonly number[];
  /** A job that is left out as though it were undone. */
  readonly withoutJobRef?: number;
}

/** A page of the bank as it was stored. `range` `null`: the pending set. */
export interface StoredPage {
  readonly ref: number;
  readonly accountRef: number;
  readonly jobRef: number;
  readonly range: DayRange | null;
  /** When it was compared with the rows; in ledgers of before that was kept, when it was asked. */
  readonly storedAtIso: string;
  readonly body: Uint8Array;
}

interface Kept {
  readonly ref: number;
  readonly accountRef: number;
  readonly jobRef: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly storedAtIso: string;
  readonly compressed: Buffer;
}

/** In the order they were stored, which is the order they were asked in, one at a time. */
export function* storedPages(db: ReadingDatabase, choice: PageChoice): Generator<StoredPage> {
  const read = db.prepare<[number], Kept>(
    `SELECT ref, account_ref AS accountRef, job_ref AS jobRef, from_day AS "from", to_day AS "to",
            coalesce(stored_at, asked_at) AS storedAtIso, body_zstd AS compressed
     FROM raw_pages WHERE ref = ?`,
  );
  for (const ref of pageRefs(db, choice)) {
    const page = read.get(ref);
    if (page === undefined) continue;
    const { from, to, compressed, ...rest } = page;
    const range = from === null || to === null ? null : { from, to };
    yield { ...rest, range, body: expandBody(compressed) };
  }
}

const pageRefs = (db: ReadingDatabase, { accountRefs, withoutJobRef }: PageChoice): readonly number[] =>
  db
    .prepare<[string, number], number>(
      `SELECT p.ref FROM raw_pages p JOIN jobs j ON j.ref = p.job_ref
       WHERE p.account_ref IN (SELECT value FROM json_each(?)) AND j.undone_at IS NULL AND j.ref <> ?
       ORDER BY p.ref`,
    )
    .pluck()
    .all(JSON.stringify(accountRefs), withoutJobRef ?? 0);

/** The first page that is left out; from there on rows may have come by another page than it says. `Infinity`: none. */
export function firstLeftOut(db: ReadingDatabase, { accountRefs, withoutJobRef }: PageChoice): number {
  const first = db
    .prepare<[string, number], number | null>(
      `SELECT min(p.ref) FROM raw_pages p JOIN jobs j ON j.ref = p.job_ref
       WHERE p.account_ref IN (SELECT value FROM json_each(?)) AND (j.undone_at IS NOT NULL OR j.ref = ?)`,
    )
    .pluck()
    .get(JSON.stringify(accountRefs), withoutJobRef ?? 0);
  return first ?? Infinity;
}
