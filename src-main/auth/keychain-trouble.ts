import type { Failure } from '#shared/failure.ts';

/** What keytar, the loader of libraries and libsecret say, and what it means for the user. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/ERR_MODULE_NOT_FOUND|Cannot find (package|module)/, 'the optional package keytar is not installed'],
  [/libsecret/, 'the library libsecret is missing'],
  [/ERR_DLOPEN_FAILED/, 'keytar does not fit this system; install it again'],
  [
    /autolaunch D-Bus|Could not connect|DBUS|session bus/i,
    'there is no session bus, as on a server without a desktop',
  ],
  [/org\.freedesktop\.secrets|ServiceUnknown/, 'no keyring is running'],
  [/locked|dismissed|prompt/i, 'it is locked'],
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
    detail: meaning?.[1] ?? 'it refused to work, and gave no known reason',
  };
}
