/** The row a key leads to, or `null` for a key that does not move. `rowsShown`: how many fit on the screen. */
export function rowAfterKey(
  key: string,
  selected: number | null,
  total: number,
  rowsShown: number,
): number | null {
  if (total === 0) return null;
  const jump = Math.max(1, rowsShown - 1);
  const within = (row: number): number => Math.min(total - 1, Math.max(0, row));
  switch (key) {
    case 'ArrowDown':
      return selected === null ? 0 : within(selected + 1);
    case 'ArrowUp':
      return selected === null ? 0 : within(selected - 1);
    case 'PageDown':
      return within((selected ?? 0) + jump);
    case 'PageUp':
      return within((selected ?? 0) - jump);
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}
