import type { Failure } from './failure.ts';

/** An operation that may fail in an expected way: failures are values, exceptions are bugs (design, section 2). */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Wraps a success. */
export const succeeded = <T>(value: T): Result<T> => ({ ok: true, value });

/** Wraps an expected failure. */
export const failed = (failure: Failure): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure,
});
