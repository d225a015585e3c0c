import { hexWords } from './hex-words.ts';
import { seedOf } from '../life/seeded-random.ts';
import type { LifeRow } from '../life/life-row.ts';
import type { Profile } from '../life/profile.ts';

/** The three ids of a row; `null` where this bank gives none. */
export interface RowIds {
  /** 32 hex characters. */
  readonly transactionId: string;
  /** `txn-` and 17 hex characters. */
  readonly normalisedId: string | null;
  /** 18 hex characters. */
  readonly providerId: string | null;
}

/** What an account mixes into its ids: computed once, because a page may hold 20 000 rows. */
export type IdSalt = readonly [transaction: number, normalised: number, provider: number];

/** @see IdSalt */
export const idSaltOf = (profile: Profile): IdSalt => [
  seedOf(profile.accountId, 'transaction'),
  seedOf(profile.accountId, 'normalised'),
  seedOf(profile.accountId, 'provider'),
];

/**
 * `transaction_id` is computed from the row's fields, as TrueLayer documents, so it moves when the bank amends the
 * row; the other two follow the bank's own key and change only when it settles under new ids. The key is in the first
 * word alone: the scrambling is one to one, so no two rows of an account share an id.
 */
export function rowIds(salt: IdSalt, profile: Profile, row: LifeRow, transactionIdSalt: number): RowIds {
  const [transaction, normalised, provider] = salt;
  const { key, generation } = row;
  const generationWord = Math.imul(generation, 0x61c88647);
  return {
    transactionId: hexWords(
      key + transaction,
      row.amountMinor + transaction,
      row.day + row.what.description.length * 65_536 + transaction,
      transaction + generationWord + transactionIdSalt,
    ),
    normalisedId:
      profile.style.ids === 'normalised-and-provider'
        ? `txn-${hexWords(key + normalised, normalised + generationWord, key + provider).slice(0, 17)}`
        : null,
    providerId:
      profile.style.ids === 'none'
        ? null
        : hexWords(key + provider, provider + generationWord, key + normalised).slice(0, 18),
  };
}
