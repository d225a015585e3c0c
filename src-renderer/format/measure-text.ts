const oneDigit = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });

/** A measured length of time, its number as the reader's locale writes it, its unit by the SI: `0.4 ms`, `35 ms`, `8.5 s`. */
export function measureText(ms: number): string {
  if (ms >= 1000) return `${oneDigit.format(ms / 1000)} s`;
  return `${(ms >= 10 ? whole : oneDigit).format(ms)} ms`;
}
