import type { SettlementReason } from '../settlement.ts';

/** Why two rows are taken for one, in a few words for a table. */
export const settlementWords: Readonly<Record<SettlementReason, string>> = {
  'same-id': 'the same id',
  'same-instant': 'the same amount and text at the same instant',
  'same-amount': 'the same amount and text',
  'nearly-same-amount': 'nearly the same amount',
  tip: 'a little more, as with a tip',
  hold: 'another amount than was held',
  'other-amount': 'the same text, another amount',
  'other-text': 'the same amount, another text',
  'arrived-earlier': 'booked while still listed as pending',
};
