import { countText } from './count-text.ts';

/** A rough length of time, with the SI's units: `12 s`, `4 min`, `1 h 5 min`; never `0 s` for something that still lasts. */
export function durationText(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 120) return `${countText(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${countText(minutes)} min`;
  return `${countText(Math.floor(minutes / 60))} h ${countText(minutes % 60)} min`;
}
