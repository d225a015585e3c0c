const ago = new Intl.RelativeTimeFormat(undefined, { numeric: 'always', style: 'short' });

/** How long ago, roughly, as the reader's locale says it: `5 min ago`, `2 days ago`; `null`: less than a minute. */
export function readableAge(ageMs: number): string | null {
  const minutes = Math.floor(ageMs / 60_000);
  // A clock that went back counts as now.
  if (minutes < 1) return null;
  if (minutes < 60) return ago.format(-minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? ago.format(-hours, 'hour') : ago.format(-Math.floor(hours / 24), 'day');
}
