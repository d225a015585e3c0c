import type { ReadingDatabase } from '../ledger-database.ts';
import { compareRows, type RowDifference } from './compare-rows.ts';
import { openOnceSaid } from './once-said.ts';
import { type DecodePage, type PagesRead, replayPages } from './replay-pages.ts';
import { iterateImages } from './row-image.ts';
import { openScratchLedger } from './scratch-ledger.ts';
import { firstLeftOut, type PageChoice } from './stored-pages.ts';

/** Rows beside what stored pages come to. */
export interface WantedRows extends PagesRead {
  readonly differences: readonly RowDifference[];
  /** Live rows that are as they should be. */
  readonly same: number;
  /** Number of a wanted row -> number of the row it is. */
  readonly liveRefs: ReadonlyMap<number, number>;
}

/** Reads stored pages aside and says how the rows of these accounts differ from what comes out. Changes nothing. */
export function findWantedRows(db: ReadingDatabase, choice: PageChoice, decode: DecodePage): WantedRows {
  const scratch = openScratchLedger(db);
  try {
    const read = replayPages(db, scratch, choice, decode);
    const exactBefore = firstLeftOut(db, choice);
    const onceSaid = openOnceSaid(db);
    const compared = choice.accountRefs.map((ref) =>
      compareRows(ref, iterateImages(db, ref), iterateImages(scratch, ref), exactBefore, onceSaid),
    );
    return {
      ...read,
      differences: compared.flatMap(({ differences }) => differences),
      same: compared.reduce((sum, { same }) => sum + same, 0),
      liveRefs: new Map(compared.flatMap(({ liveRefs }) => [...liveRefs])),
    };
  } finally {
    scratch.close();
  }
}
