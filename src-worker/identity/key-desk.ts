import type { BankTransaction } from '#shared/bank-rows.ts';
import { contentOf, shortFingerprint } from './fingerprint.ts';
import type { FoldedAnswer } from './fold-redelivery.ts';
import type { KnownRow } from './known-row.ts';

/** Booked and pending rows never share a key, so that both can exist while one becomes the other. */
export type KeySpace = '' | 'pending:';

/** Hands out keys that are free, best identity first: `n:<normalised>`, `p:<provider>`, `f:<content>:<occurrence>`. */
export class KeyDesk {
  readonly #taken: Set<string>;
  readonly #space: KeySpace;
  readonly #answer: FoldedAnswer;

  /** `known`: every row that can hold one of the keys wanted, removed rows too. */
  constructor(known: readonly KnownRow[], space: KeySpace, answer: FoldedAnswer) {
    this.#taken = new Set(known.map((row) => row.key));
    this.#space = space;
    this.#answer = answer;
  }

  /** Whether the row's present key is still what it would be given. */
  isBest(row: KnownRow, sent: BankTransaction): boolean {
    const best = this.#byId(sent, row)[0];
    if (best !== undefined) return best === row.key;
    return row.key.startsWith(this.#byContent(sent));
  }

  /** A row that wants another key gives its own back first, so that rows can swap. */
  release(key: string): void {
    this.#taken.delete(key);
  }

  take(sent: BankTransaction, row?: KnownRow): string {
    for (const key of this.#byId(sent, row)) if (this.#takeIfFree(key)) return key;
    const stem = this.#byContent(sent);
    for (let occurrence = 1; ; occurrence += 1) {
      const key = `${stem}${occurrence}`;
      if (this.#takeIfFree(key)) return key;
    }
  }

  #takeIfFree(key: string): boolean {
    if (this.#taken.has(key)) return false;
    this.#taken.add(key);
    return true;
  }

  /**
   * Keys by stable ids, best first. An id that the bank left out this time, or that several sent rows share, may
   * stay the key of the row that has it already, but is handed to nobody.
   */
  #byId(sent: BankTransaction, row: KnownRow | undefined): readonly string[] {
    const keys: string[] = [];
    const normalised = `${this.#space}n:${sent.normalisedId ?? row?.normalisedId}`;
    const provider = `${this.#space}p:${sent.providerId ?? row?.providerId}`;
    if (normalised === row?.key || isOwn(sent.normalisedId, this.#answer.sharedNormalisedIds)) {
      keys.push(normalised);
    }
    if (provider === row?.key || isOwn(sent.providerId, this.#answer.sharedProviderIds)) keys.push(provider);
    return keys;
  }

  /** Up to the occurrence number. */
  #byContent(sent: BankTransaction): string {
    return `${this.#space}f:${shortFingerprint(contentOf(sent))}:`;
  }
}

/** Whether the sent id names one row of its answer. */
const isOwn = (id: string | null, shared: ReadonlySet<string>): boolean => id !== null && !shared.has(id);
