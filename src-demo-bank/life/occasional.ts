import type { Purpose } from './life-row.ts';
import type { Profile } from './profile.ts';
import type { Random } from './seeded-random.ts';

/** An amount and what it was for; money out negative. */
export interface Movement {
  readonly amountMinor: number;
  readonly what: Purpose;
}

const purpose = (
  description: string,
  category: Purpose['category'],
  bankCode: string,
  classification: readonly string[] = [],
): Purpose => ({ description, merchant: null, category, classification, bankCode });

const cash = purpose('LNK CASH MACHINE HIGH ST', 'ATM', 'CPT', ['Cash & ATM']);
const toFriend = purpose('SAM OKAFOR', 'TRANSFER', 'FPO');
const fromFriend = purpose('J MEHTA DINNER', 'TRANSFER', 'FPI');
const interest = purpose('INTEREST PAID', 'INTEREST', 'INT', ['Income', 'Interest']);
const withdrawal = purpose('TRANSFER TO A TAYLOR', 'TRANSFER', 'TFR');
const fee = purpose('NON-STERLING TRANSACTION FEE', 'FEE_CHARGE', 'CHG', ['Fees & Charges']);
const amazonBack: Purpose = {
  ...purpose('AMAZON.CO.UK REFUND', 'CREDIT', 'BGC', ['Shopping', 'Refund']),
  merchant: 'Amazon',
};

/** Cash, friends, refunds, interest, fees: what comes now and then. `today`: weekday 0 is Sunday. */
export function planCash(
  profile: Profile,
  random: Random,
  today: { readonly dayOfMonth: number; readonly weekday: number },
): readonly Movement[] {
  const movements: Movement[] = [];
  const now = (probability: number, movement: () => Movement): void => {
    if (random.chance(probability)) movements.push(movement());
  };
  switch (profile.temper) {
    case 'main':
      now(today.weekday === 6 ? 0.35 : 0, () => ({ amountMinor: -random.between(1, 6) * 1000, what: cash }));
      now(0.05, () => ({ amountMinor: -random.between(500, 6000), what: toFriend }));
      now(0.05, () => ({ amountMinor: random.between(500, 4500), what: fromFriend }));
      now(0.03, () => ({ amountMinor: random.between(499, 7999), what: amazonBack }));
      break;
    case 'second':
      now(0.02, () => ({ amountMinor: -random.between(500, 4000), what: toFriend }));
      now(0.01, () => ({ amountMinor: random.between(499, 2999), what: amazonBack }));
      break;
    case 'savings':
      now(today.dayOfMonth === 1 ? 1 : 0, () => ({ amountMinor: random.between(900, 2400), what: interest }));
      now(0.006, () => ({ amountMinor: -random.between(10, 60) * 1000, what: withdrawal }));
      break;
    case 'card':
      now(0.025, () => ({ amountMinor: random.between(499, 9999), what: amazonBack }));
      now(0.01, () => ({ amountMinor: -random.between(40, 320), what: fee }));
      break;
  }
  return movements;
}
