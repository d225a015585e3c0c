import { addDays, utcDay } from '#shared/calendar-day.ts';
import type { MoneyMove } from './money-move.ts';

/** The day of a bank in the east of the EU begins this much before the UTC day. */
const eastMs = 3 * 3_600_000;
/** More rows than this on one side of an instant are a bank that posts in bulk: only the ones nearest to it are tried. */
const mostRows = 8;
/** Up to so many rows every selection of them is tried; of more, only what an order of posting could bring about. */
const fewRows = 5;

/**
 * What a balance may count beside, or without, the rows that naturally came before it: nobody knows the order of
 * things around its instant. The bank may hold rows that it lists an answer later (of that day or earlier), and may
 * list rows of the last two days that its balance does not hold yet.
 *
 * Kept small on purpose: each further choice makes it likelier that a missing row is explained away by chance.
 *
 * @param earlier moves since the balance before, in order
 * @param later moves until the next balance, in order
 * @returns sums to add to the natural one; 0 is always there, and first.
 */
export function edgeChoices(
  atIso: string,
  earlier: readonly MoneyMove[],
  later: readonly MoneyMove[],
): readonly number[] {
  const atMs = Date.parse(atIso);
  const latest = utcDay(atMs + eastMs);
  const recent = addDays(utcDay(atMs), -1);
  const held = later
    .filter(({ day }) => day <= latest)
    .slice(0, mostRows)
    .map(({ amountMinor }) => amountMinor);
  const notYetHeld = earlier
    .filter(({ day }) => day >= recent)
    .slice(-mostRows)
    .map(({ amountMinor }) => -amountMinor)
    .toReversed();
  return [
    ...new Set([0, ...prefixSums(held), ...prefixSums(notYetHeld), ...selections([...held, ...notYetHeld])]),
  ];
}

function prefixSums(amounts: readonly number[]): readonly number[] {
  let sum = 0;
  return amounts.map((amount) => (sum += amount));
}

function selections(amounts: readonly number[]): readonly number[] {
  if (amounts.length > fewRows) return amounts;
  return amounts.reduce<readonly number[]>(
    (sums, amount) => sums.concat(sums.map((sum) => sum + amount)),
    [0],
  );
}
