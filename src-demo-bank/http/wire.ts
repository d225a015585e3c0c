/** What happens to an answer on its way out. */
export interface Wire {
  /** Before the first byte. */
  readonly delayMs: number;
  /** From the first byte of the body to the last. */
  readonly bodyMs: number;
  readonly cut: 'before-headers' | 'after-headers' | 'in-the-body' | null;
  /** `truncate`: half the JSON, in an otherwise whole answer. `break`: all of it, with a syntax error. */
  readonly mangle: 'truncate' | 'break' | null;
  /** Compress even what is small and was not asked for compressed. */
  readonly gzip: boolean;
}
