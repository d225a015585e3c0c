/**
 * What exactly was wrong, as a failure carries it in `detail`: a code, and a value where there is one. What it means in
 * words is in words/failure-detail-words.ts. A `detail` that is no such code is another program's own message.
 */
export type FailureDetailCode =
  | 'web-page'
  | 'broken-json'
  | 'no-results'
  | 'not-ready'
  | 'account-without-id'
  | 'foreign-address'
  | 'redirected'
  | 'no-code'
  | 'no-tokens'
  | 'token-status'
  | 'end-status'
  | 'no-keytar'
  | 'no-libsecret'
  | 'unfit-keytar'
  | 'no-session-bus'
  | 'no-keyring'
  | 'keychain-locked'
  | 'keychain-silent'
  | 'keychain-refused'
  | 'unknown-store'
  | 'ledger-itself'
  | 'file-damaged'
  | 'orphan-row'
  | 'no-error-given';

/** The `detail` of a failure. */
export const failureDetail = (code: FailureDetailCode, value?: string | number): string =>
  value === undefined ? code : `${code} ${String(value)}`;
