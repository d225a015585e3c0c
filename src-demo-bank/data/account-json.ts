import { dressOptional } from './dressing.ts';
import { updateTimestamp } from './write-timestamp.ts';
import type { AccountProfile, CardProfile } from '../life/profile.ts';
import type { Dressing } from './dressing.ts';

/** What TrueLayer calls the bank. */
export const provider = {
  provider_id: 'demo-bank',
  display_name: 'Demo Bank',
  logo_uri: 'https://demo-bank.invalid/logo.svg',
} as const;

/** An entry of `/accounts`. */
export function accountJson(
  profile: AccountProfile,
  nowMs: number,
  dressing: Dressing,
): Readonly<Record<string, unknown>> {
  const numbers = {
    iban: profile.iban,
    swift_bic: profile.swiftBic,
    number: profile.number,
    sort_code: profile.sortCode,
  };
  return {
    update_timestamp: updateTimestamp(nowMs, dressing.sevenDigitFractions ? 1 : profile.index),
    account_id: profile.accountId,
    ...dressOptional({ account_type: profile.accountType }, dressing),
    display_name: profile.displayName,
    currency: profile.currency,
    // Savings pots often come with nothing but a BIC.
    account_number: dressOptional(
      profile.temper === 'savings' ? { swift_bic: profile.swiftBic } : numbers,
      dressing,
    ),
    provider,
  };
}

/** An entry of `/cards`. */
export function cardJson(
  profile: CardProfile,
  nowMs: number,
  dressing: Dressing,
): Readonly<Record<string, unknown>> {
  const validity =
    profile.validFrom === null ? {} : { valid_from: profile.validFrom, valid_to: profile.validTo };
  return {
    account_id: profile.accountId,
    card_network: profile.network,
    card_type: 'CREDIT',
    currency: profile.currency,
    display_name: profile.displayName,
    ...dressOptional(
      { partial_card_number: profile.lastFour, name_on_card: 'A TAYLOR ', ...validity },
      dressing,
    ),
    update_timestamp: updateTimestamp(nowMs, dressing.sevenDigitFractions ? 1 : profile.index),
    provider,
  };
}
