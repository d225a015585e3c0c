import type { SettlementRow } from '#shared/settlement.ts';

/** A doubtful match unless said otherwise: more was taken than was held, under a longer text. */
export const settlementSample = (changes: Partial<SettlementRow> = {}): SettlementRow => ({
  id: 501,
  booked_id: 502,
  account_id: 'a1',
  confidence: 'doubtful',
  reason: 'other-amount',
  verdict: null,
  currency: 'GBP',
  pending_date: '2026-11-18',
  pending_amount_minor: -1000,
  pending_description: 'LA CUCINA',
  booked_date: '2026-11-20',
  booked_amount_minor: -2750,
  booked_description: 'LA CUCINA LONDON SE1',
  ...changes,
});

/** Three in doubt and two that are not. */
export const settlementSamples: readonly SettlementRow[] = [
  settlementSample(),
  settlementSample({
    id: 511,
    account_id: 'a3',
    reason: 'other-text',
    pending_amount_minor: -4317,
    booked_amount_minor: -4317,
    pending_description: 'SHELL',
    booked_description: 'FUEL STATION 77',
    booked_date: '2026-11-19',
  }),
  settlementSample({
    id: 521,
    reason: 'arrived-earlier',
    pending_amount_minor: -420,
    booked_amount_minor: -420,
    pending_description: 'PRET A MANGER',
    booked_description: 'PRET A MANGER',
    booked_date: '2026-11-18',
  }),
  settlementSample({
    id: 531,
    confidence: 'likely',
    reason: 'tip',
    booked_amount_minor: -1125,
    pending_description: 'DISHOOM',
    booked_description: 'DISHOOM',
  }),
  settlementSample({
    id: 541,
    confidence: 'confirmed',
    pending_description: 'BOOKSHOP',
    booked_description: 'BOOKSHOP',
  }),
];
