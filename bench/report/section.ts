/** One line of the readable table. `met`: whether the aim was reached; `null` where there is none. */
export interface Finding {
  readonly what: string;
  readonly value: string;
  readonly aim: string;
  readonly met: boolean | null;
}

/** What one measurement found: lines for people and numbers for machines. */
export interface Section {
  readonly title: string;
  readonly findings: readonly Finding[];
  /** Goes into the JSON as it is. */
  readonly data: unknown;
}

/** A finding without an aim. */
export const finding = (what: string, value: string): Finding => ({ what, value, aim: '', met: null });

/** A finding that is held against an aim. */
export const aimed = (what: string, value: string, aim: string, met: boolean): Finding => ({
  what,
  value,
  aim,
  met,
});
