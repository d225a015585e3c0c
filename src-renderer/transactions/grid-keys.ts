/** What a key means in the table. `extends`: everything from the last marked row up to there. */
export type GridWish =
  | { readonly kind: 'move'; readonly row: number; readonly extends: boolean }
  | { readonly kind: 'mark' | 'mark-all' | 'copy' | 'open' | 'close' };

/** A key as the browser tells it. */
export interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The wish behind a key, or `null` for one that is not the table's. `rowsShown`: how many fit on the screen. */
export function gridWish(
  pressed: PressedKey,
  cursor: number | null,
  total: number,
  rowsShown: number,
): GridWish | null {
  if (pressed.altKey || total === 0) return pressed.key === 'Escape' ? { kind: 'close' } : null;
  if (pressed.ctrlKey || pressed.metaKey) {
    if (pressed.key === 'a') return { kind: 'mark-all' };
    return pressed.key === 'c' ? { kind: 'copy' } : null;
  }
  if (pressed.key === ' ') return { kind: 'mark' };
  if (pressed.key === 'Enter') return { kind: 'open' };
  if (pressed.key === 'Escape') return { kind: 'close' };
  const row = rowAfterKey(pressed.key, cursor, total, rowsShown);
  return row === null ? null : { kind: 'move', row, extends: pressed.shiftKey };
}

/** The row a key leads to, or `null` for a key that does not move. */
export function rowAfterKey(
  key: string,
  cursor: number | null,
  total: number,
  rowsShown: number,
): number | null {
  if (total === 0) return null;
  const jump = Math.max(1, rowsShown - 1);
  const within = (row: number): number => Math.min(total - 1, Math.max(0, row));
  switch (key) {
    case 'ArrowDown':
      return cursor === null ? 0 : within(cursor + 1);
    case 'ArrowUp':
      return cursor === null ? 0 : within(cursor - 1);
    case 'PageDown':
      return within((cursor ?? 0) + jump);
    case 'PageUp':
      return within((cursor ?? 0) - jump);
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}
