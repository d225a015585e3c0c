const format = new Intl.RelativeTimeFormat(undefined, { numeric: 'always', style: 'short' });

/** How long ago, roughly, as the reader's locale says it: `5 min ago`, `2 days ago`; `null`: less than a minute. */
export function ageText(ageMs: number): string | null {
  const minutes = Math.floor(ageMs / 60_000);
  if (minutes < 1) return null;
  if (minutes < 60) return format.format(-minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? format.format(-hours, 'hour') : format.format(-Math.floor(hours / 24), 'day');
}
