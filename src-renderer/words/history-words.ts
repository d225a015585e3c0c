import { settlementWords } from '#shared/words/settlement-words.ts';
import type { SettlementReason } from '#shared/settlement.ts';

const because: Readonly<Record<string, string>> = {
  'normalised-id': 'recognised by its normalised id',
  'provider-id': 'recognised by the bank\u2019s id',
  'same-content': 'recognised by its day, amount and text',
  likeness: 'recognised by its likeness',
  'gone-from-window': 'the bank no longer sends it for its day',
  'gone-from-pending': 'the bank no longer lists it as pending',
  'still-pending': 'the bank lists it as pending again',
  booked: 'it was booked',
  undone: 'the sync that brought it was taken back',
  replayed: 'no stored answer of the bank has it',
  'taken-back': 'it does not count any more',
  'put-back': 'it says again what it said',
  restored: 'it counts again',
  recovered: 'it was missing',
  linked: 'it became a booked one after all',
  unlinked: 'it is no longer taken for a booked one',
  'confirmed-by-user': 'you said so',
  'undone-by-user': 'you said so',
  'taken-back-by-user': 'you took back what you said',
};

/** The names of what can change in a row. */
const fieldNames: Readonly<Record<string, string>> = {
  date: 'day',
  timestampUtc: 'time',
  amountMinor: 'amount',
  currency: 'currency',
  description: 'text',
  merchant: 'merchant',
  category: 'category',
  classification: 'classification',
};

/** What happened to one transaction, in words. */
export const historyWords = {
  firstSeen: (status: 'booked' | 'pending') => (status === 'pending' ? 'First seen, pending' : 'First seen'),
  amended: 'The bank changed it',
  removed: 'Gone',
  returned: 'Sent again',
  settled: 'Became booked',
  unsettled: 'Is not that booked one after all',
  undone: 'A sync was taken back',
  replayed: 'Stored answers were read again',
  other: (kind: string) => kind,
  because: (reason: string): string =>
    because[reason] ?? settlementWords[reason as SettlementReason] ?? reason.replaceAll('-', ' '),
  field: (field: string): string => fieldNames[field] ?? field,
  fromTo: (before: string, after: string) => `${before} \u2192 ${after}`,
  nothing: 'nothing',
  byYou: 'by you',
  inASync: 'in this sync',
} as const;
