import type { AccountSign } from '#shared/account-sign.ts';
import type { BankTransaction } from '#shared/bank-rows.ts';
import type { ReadingDatabase, WritingDatabase } from '../ledger-database.ts';
import { applyPending } from '../rows/apply-pending.ts';
import { applyWindow } from '../rows/apply-window.ts';
import { type PageChoice, storedPages } from './stored-pages.ts';
import { openUserDecisions } from './user-decisions.ts';

/** Whose rows a page holds: what amounts depend on. */
interface PageOwner {
  readonly kind: 'account' | 'card';
  readonly currency: string;
  readonly sign: AccountSign;
}

/** Reads a page as it was received; `null`: it is no answer with rows. The source's decoder, given as an argument. */
export type DecodePage = (
  body: Uint8Array,
  owner: PageOwner,
) => { readonly rows: readonly BankTransaction[]; readonly rejected: readonly string[] } | null;

/** How much was read. `unreadable`: rows, and pages nobody can open. */
export interface PagesRead {
  readonly pages: number;
  readonly unreadable: number;
}

/**
 * Reads stored pages into an empty scratch ledger, in their order, with the present decoder and matcher: what is in there
 * then is what the real one should hold.
 */
export function replayPages(
  db: ReadingDatabase,
  scratch: WritingDatabase,
  choice: PageChoice,
  decode: DecodePage,
): PagesRead {
  const owners = new Map(listOwners(db).map(({ ref, ...owner }) => [ref, owner]));
  const decisions = openUserDecisions(db, scratch);
  let pages = 0;
  let unreadable = 0;
  const work = scratch.transaction(() => {
    for (const { ref, accountRef, jobRef, range, storedAtIso, body } of storedPages(db, choice)) {
      const owner = owners.get(accountRef);
      if (owner === undefined) continue;
      decisions.sayUntil(storedAtIso);
      const decoded = decode(body, owner);
      if (decoded === null) {
        unreadable += 1;
        continue;
      }
      pages += 1;
      unreadable += decoded.rejected.length;
      const target = { accountRef, jobRef, pageRef: ref, nowIso: storedAtIso };
      const answer = { rows: decoded.rows, rejectedRows: decoded.rejected.length };
      if (range === null) applyPending(scratch, target, answer);
      else applyWindow(scratch, target, { ...answer, range });
    }
    decisions.sayUntil('9999');
  });
  work();
  return { pages, unreadable };
}

const listOwners = (db: ReadingDatabase): readonly (PageOwner & { readonly ref: number })[] =>
  db
    .prepare<[], PageOwner & { readonly ref: number }>(
      `SELECT a.ref, a.kind, a.currency, coalesce(o.sign, 'as-sent') AS sign
       FROM accounts a LEFT JOIN account_overrides o ON o.account_ref = a.ref`,
    )
    .all();
