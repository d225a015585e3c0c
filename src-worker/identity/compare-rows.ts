import type { BankTransaction } from '#shared/bank-rows.ts';
import { foldWhiteSpace } from './fingerprint.ts';
import type { KnownRow } from './known-row.ts';

/** What a bank can amend in a row so that a person would call it changed. */
export type AmendableField =
  | 'date'
  | 'timestampUtc'
  | 'amountMinor'
  | 'currency'
  | 'description'
  | 'merchant'
  | 'category'
  | 'classification';

/** What a change was: for each field the old value, then the new one. */
export type ChangedValues = {
  readonly [F in AmendableField]?: readonly [old: string | number | null, now: string | number | null];
};

/** The fields that differ; empty when nothing a person would notice changed. */
export function amendedFields(known: KnownRow, sent: BankTransaction): readonly AmendableField[] {
  const fields: AmendableField[] = [];
  if (known.date !== sent.date) fields.push('date');
  if (known.timestampUtc !== sent.timestampUtc) fields.push('timestampUtc');
  if (known.amountMinor !== sent.amountMinor) fields.push('amountMinor');
  if (known.currency !== sent.currency) fields.push('currency');
  if (
    known.description !== sent.description &&
    foldWhiteSpace(known.description) !== foldWhiteSpace(sent.description)
  ) {
    fields.push('description');
  }
  if (known.merchant !== sent.merchant) fields.push('merchant');
  if (known.category !== sent.category) fields.push('category');
  if (known.classificationJson !== classificationJson(sent.classification)) fields.push('classification');
  return fields;
}

/** Old and new value of each of `fields`. */
export const changedValues = (
  known: KnownRow,
  sent: BankTransaction,
  fields: readonly AmendableField[],
): ChangedValues =>
  Object.fromEntries(
    fields.map((field) =>
      field === 'classification'
        ? [field, [known.classificationJson, classificationJson(sent.classification)]]
        : [field, [known[field], sent[field]]],
    ),
  );

/**
 * Whether anything worth storing quietly differs: ids the bank changed, a running balance that moved because an
 * older row arrived late, the bank's own extras. `transactionId` alone is no reason to write: it may differ in every
 * answer, and a second sync of the same days should be a read. Ids the bank left out this time are kept.
 */
export const quietlyDiffers = (known: KnownRow, sent: BankTransaction): boolean =>
  (sent.normalisedId !== null && known.normalisedId !== sent.normalisedId) ||
  (sent.providerId !== null && known.providerId !== sent.providerId) ||
  known.runningBalanceMinor !== sent.runningBalanceMinor ||
  known.metaJson !== sent.metaJson ||
  known.description !== sent.description;

/** The stored form of `classification`. */
export const classificationJson = (entries: readonly string[]): string =>
  entries.length === 0 ? '[]' : JSON.stringify(entries);
