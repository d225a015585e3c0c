/** `1 transaction`, `450 transactions`. */
export const countOfRows = (rows: number): string =>
  `${String(rows)} ${rows === 1 ? 'transaction' : 'transactions'}`;

/** Why pending rows are not in a file; `null` when there were none to leave out. */
export const leftOutWords = (pending: number): string | null =>
  pending === 0
    ? null
    : `${pending === 1 ? '1 pending transaction was' : `${String(pending)} pending transactions were`} left out: once booked, the other program would take ${pending === 1 ? 'it' : 'them'} for ${pending === 1 ? 'another one' : 'others'}.`;
