/** Closer to the full hour than this, a time of day may only say which day (midnight somewhere, noon, 23:59:59). */
const nearHourSeconds = 60;
/** Of an ISO time up to its second: fractions come and go between two answers. */
const secondLength = 'YYYY-MM-DDThh:mm:ss'.length;

/**
 * Whether two UTC times name one second, and it is a real one: a payment keeps the second it was made in, and hardly anybody
 * pays the same sum at the same shop twice in one. Many banks write days only, as some full hour: those say nothing.
 */
export function isSameInstant(one: string, other: string): boolean {
  if (one.slice(0, secondLength) !== other.slice(0, secondLength)) return false;
  const secondOfHour = Math.floor(Date.parse(one) / 1000) % 3600;
  return secondOfHour >= nearHourSeconds && secondOfHour < 3600 - nearHourSeconds;
}
