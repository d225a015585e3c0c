import type { FaultFile } from './faults/fault-schema.ts';

/**
 * When a bank with an evening first opened its books, and when the evening passed (`null`: not yet); milliseconds since
 * 1970. A bank started again with the same moments has the same books.
 */
export interface EveningTimes {
  readonly openedAtMs: number;
  readonly passedAtMs: number | null;
}

/** Everything a demo bank may be told; all of it has a default. */
export interface DemoBankOptions {
  /** The auth host's port; the data host takes the next. 0 or absent: any two that are free. */
  readonly port?: number | undefined;
  /** The same seed and the same clock make the same bank. Default 1. */
  readonly seed?: number | undefined;
  /** Default 3. 0: `/accounts` is not supported. */
  readonly accounts?: number | undefined;
  /** Default 2. 0: `/cards` is not supported. */
  readonly cards?: number | undefined;
  /** Exactly so many booked rows for each account and card, over `days`. Absent: as a life brings them. */
  readonly transactions?: number | undefined;
  /** How many days the books go back, today included. Default: two to three years (730 with `transactions`). */
  readonly days?: number | undefined;
  /** Exactly so many pending rows for each account and card. Absent: as a life brings them. */
  readonly pending?: number | undefined;
  /** ISO 4217, for the accounts and then the cards in turn, from the first again after the last. Absent: mostly pounds. */
  readonly currencies?: readonly string[] | undefined;
  /** Before every answer of the data host. Default 0. */
  readonly latencyMs?: number | undefined;
  /** Decoded with `decodeFaultFile`. */
  readonly faults?: FaultFile | undefined;
  /** The dialog says yes by itself, with a redirect instead of a page. */
  readonly autoApprove?: boolean | undefined;
  /** The bank's clock, milliseconds since 1970. Default: the machine's. */
  readonly nowMs?: (() => number) | undefined;
  /** Compared to the letter. Default: `http://localhost:3000/callback`. */
  readonly redirectUris?: readonly string[] | undefined;
  /** An evening to come (evening/evening.ts). Absent: nothing but what a life brings. */
  readonly evening?: EveningTimes | undefined;
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
}

/** Where clients are sent back to when nothing else is registered. */
export const defaultRedirectUri = 'http://localhost:3000/callback';
