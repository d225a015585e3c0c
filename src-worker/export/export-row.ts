import type { AccountRow, TransactionRow } from '#shared/ledger-views.ts';

/** A row of `transactions_v1` with what the user said about it. */
export interface ExportRow extends TransactionRow {
  readonly note: string | null;
  readonly own_category: string | null;
}

/** An account with the name of its bank. */
export interface ExportAccount extends AccountRow {
  readonly provider_name: string;
}

/** What an export is made from. Rows come oldest first, one at a time: an export never holds the ledger in memory. */
export interface ExportSource {
  /** Those that were asked for, whether they have rows or not. */
  readonly accounts: readonly ExportAccount[];
  /** The rows asked for, of all these accounts or of one. */
  readonly rows: (account?: ExportAccount) => Iterable<ExportRow>;
  /** Of an account's rows asked for: its own first, and always, since an account without rows still exists. */
  readonly currencies: (account: ExportAccount) => readonly string[];
  /** First and last day asked for, where one was. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly nowIso: string;
}

/** Whom it was paid to, or who paid: the merchant where the bank knows one. Never empty. */
export const payeeOf = (row: ExportRow): string =>
  oneLine(row.merchant ?? '') || oneLine(row.description) || 'Unknown';

/** The bank's own text, and the user's note behind it. Empty when the payee already says all of it. */
export function memoOf(row: ExportRow): string {
  const payee = payeeOf(row);
  const parts = [oneLine(row.description), oneLine(row.note ?? '')];
  return parts.filter((part) => part !== '' && part !== payee).join(' - ');
}

/** The user's category, else TrueLayer's in words (`DIRECT_DEBIT` is `Direct debit`); empty when nobody knows. */
export function categoryOf(row: ExportRow): string {
  if (row.own_category !== null) return oneLine(row.own_category);
  if (row.category === 'UNKNOWN' || row.category === '') return '';
  const words = row.category.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Line breaks and other controls as one space each: in most of these formats a line is a record. */
export const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/** Names an account: the same id may be seen through two connections. */
export const accountKey = (of: { readonly connection_id: string; readonly account_id: string }): string =>
  `${of.connection_id} ${of.account_id}`;
