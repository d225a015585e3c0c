/** Closer to the full hour than this, a time of day may only say which day (midnight somewhere, noon, 23:59:59). */
const nearHourSeconds = 60;

/**
 * Whether two UTC times are one instant, and a real one: a payment keeps the time it was made at, and hardly anybody pays
 * the same sum at the same shop twice in one second. Many banks write days only, as some full hour: those say nothing.
 */
export function isSameInstant(one: string, other: string): boolean {
  if (one !== other) return false;
  const secondOfHour = Math.floor(Date.parse(one) / 1000) % 3600;
  return secondOfHour >= nearHourSeconds && secondOfHour < 3600 - nearHourSeconds;
}
