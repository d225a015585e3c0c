import { type ConsentStage, consentStage } from '../consent-warning.ts';
import { plainFigures, type SentenceFigures } from './sentence-figures.ts';

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

/**
 * What the user is told about a consent that ends soon or has ended; `null`: nothing. One that the user ended, and one
 * the bank refuses already, have their own sentences. `say`: how the reader's side writes numbers and days.
 */
export function consentWarning(
  facts: ConsentFacts,
  nowMs: number,
  say: SentenceFigures = plainFigures,
): ConsentWarning | null {
  const { providerName, state, consentExpiresAt } = facts;
  const stage = state === 'active' ? consentStage(consentExpiresAt, nowMs) : null;
  if (stage === null || consentExpiresAt === null) return null;
  return { stage, sentence: consentEnd(consentExpiresAt, nowMs, say).of(providerName) };
}

/** When a consent ends or ended, and what to do: said of one bank among others, or where only one is spoken of. */
export function consentEnd(
  consentExpiresAt: string,
  nowMs: number,
  say: SentenceFigures,
): { readonly of: (bank: string) => string; readonly yours: string } {
  const until = say.day(consentExpiresAt);
  const days = Math.ceil((Date.parse(consentExpiresAt) - nowMs) / dayMs);
  if (days <= 0) {
    const then = 'Renew it to go on; your history and notes stay.';
    return {
      of: (bank) => `${bank}: the consent ended on ${until}. ${then}`,
      yours: `Your consent ended on ${until}. ${then}`,
    };
  }
  const left = days === 1 ? 'less than a day' : `${say.count(days)} days`;
  const then = 'Renew it before then; your history and notes stay.';
  return {
    of: (bank) => `${bank}: the consent ends on ${until}, in ${left}. ${then}`,
    yours: `Your consent ends on ${until}, in ${left}. ${then}`,
  };
}
