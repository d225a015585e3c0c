import { addDays } from '#shared/calendar-day.ts';
import type { ListedTransaction } from '#shared/transaction-list.ts';

const shops = [
  { merchant: 'Tesco', description: 'TESCO STORES 3021', category: 'PURCHASE' },
  { merchant: 'Transport for London', description: 'TFL TRAVEL CH', category: 'PURCHASE' },
  { merchant: null, description: 'STANDING ORDER TO A LOVELACE', category: 'STANDING_ORDER' },
  { merchant: 'Pret A Manger', description: 'Pret A Manger', category: 'PURCHASE' },
  {
    merchant: 'Thames Water',
    description: 'THAMES WATER UTILITIES LTD REF 0042-119',
    category: 'DIRECT_DEBIT',
  },
  { merchant: null, description: 'CASH WITHDRAWAL AT NATIONWIDE HIGH STREET', category: 'ATM' },
  { merchant: 'Deliveroo', description: 'DELIVEROO.CO.UK LONDON', category: 'UNKNOWN' },
] as const;

const days: string[] = [];
/** Remembered: a hundred thousand rows share them. */
const dayBefore = (count: number): string => (days[count] ??= addDays('2026-11-23', -count));

/** The row at a place of a ledger as long as one likes, newest first: five a day, the first two pending. */
export function transactionAt(index: number): ListedTransaction {
  const shop = shops[(index * 5) % shops.length] ?? shops[0];
  const isSalary = index % 50 === 7;
  const date = dayBefore(Math.floor(index / 5));
  const amountMinor = isSalary ? 245_000 : -(((index * 7919) % 9000) + 120);
  return {
    id: 1_000_000 - index,
    connection_id: 'c1',
    account_id: index % 3 === 0 ? 'a3' : 'a1',
    date,
    timestamp_utc: `${date}T09:00:00.000Z`,
    amount_minor: amountMinor,
    currency: 'GBP',
    description: isSalary ? 'ANALYTICAL ENGINES LTD SALARY' : shop.description,
    merchant: isSalary ? null : shop.merchant,
    category: isSalary ? 'CREDIT' : shop.category,
    status: index < 2 ? 'pending' : 'booked',
    normalised_id: null,
    provider_id: null,
    first_seen_at: '2026-11-23T14:00:00.000Z',
    updated_at: '2026-11-23T14:00:00.000Z',
    note: null,
    own_category: null,
    is_flipped: false,
    is_hidden: false,
  };
}
