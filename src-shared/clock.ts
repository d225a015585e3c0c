/** The part of an `AbortSignal` that is needed here; that type belongs to a platform, this folder to none. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Time as an argument, so that tests own it. All instants are milliseconds since 1970, UTC. */
export interface Clock {
  readonly nowMs: () => number;
  /** Resolves after `ms`, at once when `signal` aborts; never rejects. */
  readonly sleep: (ms: number, signal?: CancelSignal) => Promise<void>;
}

/** `2026-01-06T08:00:00.123Z` */
export const toIso = (epochMs: number): string => new Date(epochMs).toISOString();
