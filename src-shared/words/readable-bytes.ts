const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** `412 B`, `1.2 MB`: powers of a thousand, as file managers count. */
export function readableBytes(bytes: number): string {
  let size = bytes;
  let at = 0;
  while (size >= 999.5 && at < units.length - 1) {
    size /= 1000;
    at += 1;
  }
  const unit = units[at] ?? 'B';
  return at === 0 || size >= 9.95 ? `${size.toFixed(0)} ${unit}` : `${size.toFixed(1)} ${unit}`;
}
