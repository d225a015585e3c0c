import { hexWords } from '../data/hex-words.ts';
import { createRandom, seedOf } from './seeded-random.ts';
import { cardRegulars, mainRegulars, savingsRegulars, secondRegulars } from './regular-payments.ts';
import type { NonEmpty } from './seeded-random.ts';
import type { AccountProfile, CardProfile, RowStyle, Temper } from './profile.ts';

type Kind = readonly [name: string, type: AccountProfile['accountType'], temper: Temper, bic: string];

const accountKinds: NonEmpty<Kind> = [
  ['Santander Current Account', 'TRANSACTION', 'main', 'ABBYGB2L'],
  ['Santander Easy Saver', 'SAVINGS', 'savings', 'ABBYGB2L'],
  ['Starling Joint Account', 'TRANSACTION', 'second', 'SRLGGB2L'],
  ['Wise Euro Account', 'TRANSACTION', 'second', 'TRWIGB2L'],
  ['Nationwide Flex Saver 🐖', 'SAVINGS', 'savings', 'NAIAGB21'],
  ['Tide Business Account', 'BUSINESS_TRANSACTION', 'second', 'CLRBGB22'],
];
const cardKinds: NonEmpty<readonly [name: string, network: string, currency: string]> = [
  ['American Express Gold Card', 'AMEX', 'GBP'],
  ['Curve Euro Visa', 'VISA', 'EUR'],
  ['Tesco Clubcard Mastercard', 'MASTERCARD', 'GBP'],
];
/** Neighbouring accounts differ, so that any three cover most of what banks do. */
const accountStyles: NonEmpty<RowStyle> = [
  { timestamps: 'midnight-z', ids: 'normalised-and-provider', classified: true, runningBalance: true },
  { timestamps: 'midnight-offset', ids: 'normalised-and-provider', classified: false, runningBalance: true },
  { timestamps: 'to-the-second', ids: 'provider', classified: false, runningBalance: false },
  { timestamps: 'midnight-bare', ids: 'none', classified: true, runningBalance: true },
];
const cardStyles: NonEmpty<RowStyle> = [
  { timestamps: 'midnight-bare', ids: 'normalised-and-provider', classified: true, runningBalance: false },
  { timestamps: 'to-the-second', ids: 'provider', classified: true, runningBalance: false },
];

const nth = <T>(list: NonEmpty<T>, index: number): T => list[index % list.length] ?? list[0];
const named = (name: string, round: number): string => (round === 0 ? name : `${name} ${String(round + 1)}`);
const accountIdOf = (seed: number, label: string, index: number): string =>
  hexWords(...[1, 2, 3, 4].map((word) => seedOf(seed, label, index, word)));

const openings: Readonly<Record<Temper, number>> = {
  main: 384_217,
  second: 41_090,
  savings: 350_000,
  card: 0,
};

/** The nth account of the household; the first three make a family's current, savings and joint account. */
export function makeAccount(seed: number, index: number): AccountProfile {
  const [name, accountType, temper, swiftBic] = nth(accountKinds, index);
  const random = createRandom(seed, 'account', index);
  const number = String(random.between(10_000_000, 98_999_999));
  const sortDigits = String(random.between(100_000, 899_999));
  return {
    kind: 'account',
    index,
    accountId: accountIdOf(seed, 'account', index),
    displayName: named(name, Math.floor(index / accountKinds.length)),
    currency: name.includes('Euro') ? 'EUR' : 'GBP',
    temper,
    style: nth(accountStyles, index),
    regulars: temper === 'main' ? mainRegulars : temper === 'savings' ? savingsRegulars : secondRegulars,
    openingMinor: openings[temper],
    accountType,
    sortCode: sortDigits.replace(/(..)(..)(..)/, '$1-$2-$3'),
    number,
    iban: `GB${String(random.between(10, 98))}${swiftBic.slice(0, 4)}${sortDigits}${number}`,
    swiftBic,
    overdraftMinor: accountType === 'TRANSACTION' ? 50_000 : 0,
  };
}

/** The nth card; `accounts` is how many accounts stand before it. */
export function makeCard(seed: number, cardIndex: number, accounts: number): CardProfile {
  const [name, network, currency] = nth(cardKinds, cardIndex);
  const isAmex = network === 'AMEX';
  return {
    kind: 'card',
    index: accounts + cardIndex,
    accountId: accountIdOf(seed, 'card', cardIndex),
    displayName: named(name, Math.floor(cardIndex / cardKinds.length)),
    currency,
    temper: 'card',
    style: nth(cardStyles, cardIndex),
    regulars: cardIndex === 0 ? cardRegulars : [],
    openingMinor: openings.card,
    network,
    lastFour: String(createRandom(seed, 'card', cardIndex).between(1000, 9999)),
    limitMinor: isAmex ? 600_000 : 350_000,
    validFrom: isAmex ? null : '2024-03',
    validTo: isAmex ? null : '2029-03',
  };
}
