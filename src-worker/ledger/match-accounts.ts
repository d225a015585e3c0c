import * as z from 'zod';
import type { BankAccount } from '#shared/bank-rows.ts';

const text = z.string().optional().catch(undefined);
const numbersSchema = z.object({
  sort_code: text,
  number: text,
  iban: text,
  bsb: text,
  routing_number: text,
  partial_card_number: text,
  card_network: text,
});
type Numbers = z.infer<typeof numbersSchema>;

/** What tells accounts apart, surest first. `null`: this account does not have it. */
const marks: readonly ((account: BankAccount) => string | null)[] = [
  ({ accountId }) => accountId,
  (account) => localNumber(numbersOf(account)),
  (account) => numbersOf(account).iban?.replaceAll(' ', '') ?? null,
  cardMark,
];

/**
 * Which of the accounts a bank shows now are which of those known (truelayer.md 1.9): a new consent may give them new
 * ids. By id, else by sort code and number, else by IBAN; cards by network, last digits and name; what has no number
 * at all, such as a savings pot, by its name. A mark that two accounts of one side share tells nothing (the sandbox
 * gives all accounts one IBAN).
 *
 * @param by `name`: whether a name may count. Under one consent it does not: a pot closed and another of the same name
 *   opened are two.
 * @returns found id -> known id, for every account recognised
 */
export function matchAccounts(
  known: readonly BankAccount[],
  found: readonly BankAccount[],
  by: { readonly name: boolean },
): ReadonlyMap<string, string> {
  const matched = new Map<string, string>();
  for (const mark of by.name ? [...marks, nameMark] : marks) {
    const taken = new Set(matched.values());
    const knownBy = unique(known, (account) => (taken.has(account.accountId) ? null : keyOf(account, mark)));
    const foundBy = unique(found, (account) =>
      matched.has(account.accountId) ? null : keyOf(account, mark),
    );
    for (const [key, account] of foundBy) {
      const before = knownBy.get(key);
      if (before !== undefined) matched.set(account.accountId, before.accountId);
    }
  }
  return matched;
}

function keyOf(account: BankAccount, mark: (account: BankAccount) => string | null): string | null {
  const value = mark(account);
  return value === null ? null : `${account.kind} ${account.currency} ${value}`;
}

function unique(
  accounts: readonly BankAccount[],
  key: (account: BankAccount) => string | null,
): ReadonlyMap<string, BankAccount> {
  const keyed = Map.groupBy(accounts, key);
  return new Map(
    [...keyed].flatMap(([mark, [first, ...others]]) =>
      mark === null || first === undefined || others.length > 0 ? [] : [[mark, first] as const],
    ),
  );
}

function numbersOf({ numbersJson }: BankAccount): Numbers {
  const decoded = numbersSchema.safeParse(JSON.parse(numbersJson));
  return decoded.success ? decoded.data : {};
}

function localNumber({ sort_code, bsb, routing_number, number }: Numbers): string | null {
  const branch = sort_code ?? bsb ?? routing_number;
  return number === undefined || branch === undefined
    ? null
    : `${branch} ${number}`.replaceAll(/[^\w ]/g, '');
}

function cardMark(account: BankAccount): string | null {
  const { partial_card_number: digits, card_network: network } = numbersOf(account);
  return account.kind === 'card' && digits !== undefined
    ? JSON.stringify([network, digits, account.displayName])
    : null;
}

/** Only for what has no number: of an account that has one, the name says nothing. */
function nameMark(account: BankAccount): string | null {
  const numbers = numbersOf(account);
  const isNumbered =
    localNumber(numbers) !== null || numbers.iban !== undefined || cardMark(account) !== null;
  return isNumbered ? null : JSON.stringify([account.type, account.displayName]);
}
