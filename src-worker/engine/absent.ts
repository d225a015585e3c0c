import type { Failure } from '#shared/failure.ts';

/** The server does not have the thing asked for: 501, as documented, or the plain 404 of a smaller server. */
export const isAbsent = (failure: Failure): boolean =>
  failure.kind === 'not-supported' || (failure.kind === 'bad-answer' && failure.detail === 'HTTP 404');
