import type { BankTransaction } from '#shared/bank-rows.ts';
import type { AskedDays } from './asked-days.ts';
import { type AmendableField, amendedFields, quietlyDiffers } from './compare-rows.ts';
import { foldRedelivery } from './fold-redelivery.ts';
import { KeyDesk, type KeySpace } from './key-desk.ts';
import type { KnownRow } from './known-row.ts';
import { matchAmended } from './match-amended.ts';
import { matchRows, type RecognisedBy, type RowMatch } from './match-rows.ts';
import { namesTwin } from './names-twin.ts';

/** A new row. `edge`: its day lies just outside the days asked. */
export interface RowToInsert {
  readonly key: string;
  readonly sent: BankTransaction;
  readonly edge: boolean;
}

/** A known row to be written. Every planned key differs from every other key of the account once all are applied. */
export interface RowToRewrite extends RowToInsert {
  readonly known: KnownRow;
  readonly by: RecognisedBy;
  /** What a person would call changed; empty for a row that only came back or was only refreshed. */
  readonly changed: readonly AmendableField[];
}

/** What one answer does to the ledger. `insert.length + amend.length + revive.length + duplicates` = rows sent. */
export interface AnswerPlan {
  readonly insert: readonly RowToInsert[];
  readonly amend: readonly RowToRewrite[];
  /** Rows marked removed that the bank sends again. */
  readonly revive: readonly RowToRewrite[];
  /** Duplicates whose ids, running balance or extras are to be kept up to date; counted in `duplicates`. */
  readonly refresh: readonly RowToRewrite[];
  /** Live rows the bank no longer sends for a day it was asked about. */
  readonly remove: readonly KnownRow[];
  /** Rows the ledger already had, unchanged, and repetitions within the answer. */
  readonly duplicates: number;
}

/** What `planAnswer` decides from. */
export interface AnswerToPlan {
  /**
   * Every row of the account, live or removed, dated on a day that was asked or that a sent row is dated on, and
   * every row that holds the key of an id that was sent.
   */
  readonly known: readonly KnownRow[];
  /** In the bank's order. */
  readonly sent: readonly BankTransaction[];
  readonly asked: AskedDays;
  readonly space: KeySpace;
  /** False when part of the answer could not be read: what is missing is then not known. */
  readonly isWhole: boolean;
}

/** Compares an answer with the ledger. Pure: the same arguments give the same plan. */
export function planAnswer({ known, sent, asked, space, isWhole }: AnswerToPlan): AnswerPlan {
  const answer = foldRedelivery(sent);
  const matches = withAmended(
    matchRows({ known, asked, space }, answer),
    { known, asked, space, isWhole },
    answer.rows,
  );
  const desk = new KeyDesk(known, space, answer);
  const matched = new Set<KnownRow>();
  const rekeyed = new Set<KnownRow>();
  let duplicates = answer.repeated;

  for (const [index, match] of matches.entries()) {
    const sentRow = answer.rows[index];
    if (match === undefined || sentRow === undefined) continue;
    const row = match.known;
    matched.add(row);
    if (!namesTwin(row, sentRow, asked) && !desk.isBest(row, sentRow)) {
      rekeyed.add(row);
      desk.release(row.key);
    }
  }

  const insert: RowToInsert[] = [];
  const amend: RowToRewrite[] = [];
  const revive: RowToRewrite[] = [];
  const refresh: RowToRewrite[] = [];
  for (const [index, sentRow] of answer.rows.entries()) {
    const edge = asked.isEdge(sentRow.date);
    const match = matches[index];
    if (match === undefined) {
      insert.push({ key: desk.take(sentRow), sent: sentRow, edge });
      continue;
    }
    const { known: row, by } = match;
    if (namesTwin(row, sentRow, asked)) {
      duplicates += 1;
      continue;
    }
    const key = rekeyed.has(row) ? desk.take(sentRow, row) : row.key;
    const changed = amendedFields(row, sentRow);
    const rewrite: RowToRewrite = { known: row, by, key, sent: sentRow, edge: edge || row.edge, changed };
    if (!row.live) revive.push(rewrite);
    else if (changed.length > 0) amend.push(rewrite);
    else {
      duplicates += 1;
      if (key !== row.key || rewrite.edge !== row.edge || quietlyDiffers(row, sentRow)) refresh.push(rewrite);
    }
  }
  const remove = isWhole
    ? known.filter((row) => row.live && !matched.has(row) && asked.mayBeRemoved(row))
    : [];
  return { insert, amend, revive, refresh, remove, duplicates };
}

/**
 * What no id and no content recognised may still be an amended row, where the answer is the whole truth. Not in the
 * pending set: there a row that goes and one that comes are more often a payment that settled and the next one.
 */
function withAmended(
  matches: readonly (RowMatch | undefined)[],
  { known, asked, space, isWhole }: Omit<AnswerToPlan, 'sent'>,
  sent: readonly BankTransaction[],
): readonly (RowMatch | undefined)[] {
  if (!isWhole || space !== '') return matches;
  const fresh = sent.filter((row, index) => matches[index] === undefined && asked.holds(row.date));
  if (fresh.length === 0) return matches;
  const matched = new Set(matches.map((match) => match?.known));
  const gone = known.filter((row) => row.live && !matched.has(row) && asked.mayBeRemoved(row));
  const amended = matchAmended(gone, fresh);
  if (amended.size === 0) return matches;
  return matches.map((match, index) => {
    const row = sent[index];
    const partner = row === undefined ? undefined : amended.get(row);
    return partner === undefined ? match : { known: partner, by: 'likeness' };
  });
}
