const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long ago: `just now`, `4 min ago`, `3 h ago`, `yesterday`, `12 days ago`. A moment ahead of the clock is now. */
export function ageText(iso: string, nowMs: number): string {
  const ageMs = nowMs - Date.parse(iso);
  if (Number.isNaN(ageMs)) return iso;
  if (ageMs < minuteMs) return 'just now';
  if (ageMs < hourMs) return `${String(Math.floor(ageMs / minuteMs))} min ago`;
  if (ageMs < dayMs) return `${String(Math.floor(ageMs / hourMs))} h ago`;
  const days = Math.floor(ageMs / dayMs);
  return days === 1 ? 'yesterday' : `${String(days)} days ago`;
}

/** Whole days until a moment, rounded up; negative when it is over. */
export const daysUntil = (iso: string, nowMs: number): number => Math.ceil((Date.parse(iso) - nowMs) / dayMs);
