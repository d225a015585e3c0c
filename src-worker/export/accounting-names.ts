import { accountKey, categoryOf, type ExportAccount, type ExportRow, oneLine } from './export-row.ts';

/** How one accounting language writes a part of an account's name. */
export type NamePart = (text: string) => string;

/** The account of plain-text accounting that a bank account is, by `accountKey`: what one has, or owes. Unique. */
export function accountNames(
  accounts: readonly ExportAccount[],
  part: NamePart,
): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const account of accounts) {
    const root = account.kind === 'card' ? 'Liabilities' : 'Assets';
    const plain = `${root}:${part(account.provider_name)}:${part(account.display_name)}`;
    let name = plain;
    for (let number = 2; taken.has(name); number++) name = `${plain}-${String(number)}`;
    taken.add(name);
    names.set(accountKey(account), name);
  }
  return names;
}

/** The other side of a row: what the money went into, or came from. A category's ":" makes a sub-account. */
export function otherSide(row: ExportRow, part: NamePart): string {
  const root = row.amount_minor < 0 ? 'Expenses' : 'Income';
  const category = categoryOf(row);
  const parts = category === '' ? ['Unknown'] : category.split(':').map((each) => oneLine(each));
  return [root, ...parts.map((each) => part(each))].join(':');
}
