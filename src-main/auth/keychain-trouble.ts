import type { Failure } from '#shared/failure.ts';
import { failureDetail, type FailureDetailCode } from '#shared/failure-detail.ts';

/** What keytar, the loader of libraries and libsecret say, and what it means for the user. */
const meanings: readonly (readonly [RegExp, FailureDetailCode])[] = [
  [/ERR_MODULE_NOT_FOUND|Cannot find (package|module)/, 'no-keytar'],
  [/libsecret/, 'no-libsecret'],
  [/ERR_DLOPEN_FAILED/, 'unfit-keytar'],
  [/autolaunch D-Bus|Could not connect|DBUS|session bus/i, 'no-session-bus'],
  [/org\.freedesktop\.secrets|ServiceUnknown/, 'no-keyring'],
  [/locked|dismissed|prompt/i, 'keychain-locked'],
];

/**
 * Translates an exception of the keychain. The message itself is never passed on: it comes from a library that was
 * handed a secret in the same call.
 */
export function keychainTrouble(error: unknown): Extract<Failure, { kind: 'keychain-unavailable' }> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const text = `${code} ${error instanceof Error ? error.message : ''}`;
  const meaning = meanings.find(([pattern]) => pattern.test(text));
  return {
    kind: 'keychain-unavailable',
    detail: failureDetail(meaning?.[1] ?? 'keychain-refused'),
  };
}
