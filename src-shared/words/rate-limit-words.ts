/** Over how many days 429s are counted, today included. */
export const rateLimitRecordDays = 7;

/** How often a connection's provider has said 429 in the last days. */
export interface RateLimitRecord {
  readonly connectionId: string;
  readonly providerName: string;
  /** Answers of 429. */
  readonly answers: number;
  /** On how many of the days any came. */
  readonly days: number;
  /** What Passbook leaves between two calls to it now, in milliseconds; 0: nothing. */
  readonly pauseMs: number;
}

/** Now and then every bank says it; so often is worth a word. */
const oftenAnswers = 10;
const oftenDays = 3;

/**
 * What the user is told about a bank that often says 429, and what was done about it; `null`: it does not. `count`: how a
 * number is written. `where`: how one asks for fewer accounts at a time there.
 */
export function rateLimitSentence(
  { providerName, answers, days, pauseMs }: RateLimitRecord,
  count: (count: number) => string = String,
  where = '--workers 1',
): string | null {
  if (answers < oftenAnswers && days < oftenDays) return null;
  const times = `${count(answers)} times on ${count(days)} of the last ${count(rateLimitRecordDays)} days`;
  const done =
    pauseMs > 0
      ? `Passbook leaves ${count(Math.round(pauseMs / 100) / 10)} s between its requests now, and less again as the bank allows.`
      : 'Passbook waited as the bank asked, slowed down, and is back at its usual speed.';
  return `${providerName} said "too many requests" (429) ${times}. ${done} Fewer syncs a day or fewer accounts at a time (${where}) spare you the waits.`;
}
