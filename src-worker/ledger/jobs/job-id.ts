/**
 * Short, sorts by time, safe in a shell: `mhx3k2a1-7f3q`. Eight characters of milliseconds since 1970 in base 36 (enough
 * until 2059) and four of `random`, which is in [0, 1).
 */
export const jobId = (nowIso: string, random: number): string => {
  const time = Date.parse(nowIso).toString(36).padStart(8, '0');
  const tail = Math.floor(random * 36 ** 4)
    .toString(36)
    .padStart(4, '0');
  return `${time}-${tail}`;
};
