/** What one check of `passbook doctor` found. `fail`: a sync cannot work; `warn`: soon, or in part. */
export interface Finding {
  readonly check: 'node' | 'keychain' | 'ledger' | 'consent' | 'completeness' | 'limits' | 'clock';
  readonly state: 'ok' | 'warn' | 'fail';
  /** A sentence or two: what is so, and what to do about it when it is not good. */
  readonly message: string;
}
