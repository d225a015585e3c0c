import type { ListedTransaction, OverlayChange } from '#shared/transaction-list.ts';

/** The row as it is once the ledger has taken the change; turning the sign round turns the amount. */
export function withOverlay(row: ListedTransaction, change: OverlayChange): ListedTransaction {
  const { note, own_category: category, is_flipped: isFlipped, is_hidden: isHidden } = change;
  const turns = isFlipped !== undefined && isFlipped !== row.is_flipped;
  return {
    ...row,
    note: note === undefined ? row.note : note,
    own_category: category === undefined ? row.own_category : category,
    is_flipped: isFlipped ?? row.is_flipped,
    is_hidden: isHidden ?? row.is_hidden,
    // Not `-0`, which `Intl` would write with a sign.
    amount_minor: turns ? 0 - row.amount_minor : row.amount_minor,
  };
}
