const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** `412 byte`, `1.2 MB` as the reader's locale writes it: powers of a thousand, as file managers count. */
export function bytesText(bytes: number): string {
  let size = bytes;
  let at = 0;
  while (size >= 999.5 && at < units.length - 1) {
    size /= 1000;
    at += 1;
  }
  return new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit: units[at] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: at === 0 || size >= 9.95 ? 0 : 1,
  }).format(size);
}
