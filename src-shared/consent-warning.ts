import { plural } from './words/count-of.ts';
import { plainFigures, type SentenceFigures } from './words/sentence-figures.ts';

/** So many days before a consent ends the user is told, each once: time to plan, time to act, last call. */
export const consentWarningDays = [14, 7, 1] as const;

/** The nearest warning passed: 14, 7 or 1 days before the end; `ended`: it is over. */
export type ConsentStage = (typeof consentWarningDays)[number] | 'ended';

/** What a warning is about. `consentExpiresAt`: UTC ISO 8601, `null` when the bank does not say. */
export interface ConsentFacts {
  readonly providerName: string;
  /** As in `connectionSchema`. */
  readonly state: string;
  readonly consentExpiresAt: string | null;
}

/** A warning as it is to be shown. */
export interface ConsentWarning {
  readonly stage: ConsentStage;
  readonly sentence: string;
}

const dayMs = 86_400_000;

/** How near the end is; `null`: more than 14 days away, or not known. */
export function consentStage(consentExpiresAt: string | null, nowMs: number): ConsentStage | null {
  const leftMs = Date.parse(consentExpiresAt ?? '') - nowMs;
  if (Number.isNaN(leftMs)) return null;
  if (leftMs <= 0) return 'ended';
  return consentWarningDays.findLast((days) => leftMs <= days * dayMs) ?? null;
}

/** The last week, or past the end: time to act. Before that the user is told, and nothing need look alarming. */
export function consentNeedsAction(consentExpiresAt: string | null, nowMs: number): boolean {
  const stage = consentStage(consentExpiresAt, nowMs);
  return stage !== null && stage !== 14;
}

/** The stage reached since `toldAtMs`, so that each is notified once; `null`: none. */
export function consentStageSince(
  consentExpiresAt: string | null,
  toldAtMs: number,
  nowMs: number,
): ConsentStage | null {
  const stage = consentStage(consentExpiresAt, nowMs);
  return stage === consentStage(consentExpiresAt, toldAtMs) ? null : stage;
}

/**
 * What the user is told about a consent that ends soon or has ended; `null`: nothing. One that the user ended, and one
 * the bank refuses already, have their own sentences.
 */
export function consentWarning(
  facts: ConsentFacts,
  nowMs: number,
  say: SentenceFigures = plainFigures,
): ConsentWarning | null {
  const { providerName, state, consentExpiresAt } = facts;
  const stage = state === 'active' ? consentStage(consentExpiresAt, nowMs) : null;
  if (stage === null || consentExpiresAt === null) return null;
  return { stage, sentence: `${providerName}: ${consentEndWords(consentExpiresAt, nowMs, say)}` };
}

/** When it ends or ended, and what to do. Begins in the middle of a sentence. */
export function consentEndWords(
  consentExpiresAt: string,
  nowMs: number,
  say: SentenceFigures = plainFigures,
): string {
  const until = say.day(consentExpiresAt);
  const days = Math.ceil((Date.parse(consentExpiresAt) - nowMs) / dayMs);
  return days <= 0
    ? `the consent ended on ${until}. Renew it to go on; your history and notes stay.`
    : `the consent ends on ${until}, in ${plural(days, { one: 'less than a day', other: `${say.count(days)} days` })}. Renew it before then; your history and notes stay.`;
}
