const long = new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const short = new Intl.DateTimeFormat(undefined, { month: 'short', timeZone: 'UTC' });
const shortWithYear = new Intl.DateTimeFormat(undefined, {
  month: 'short',
  year: '2-digit',
  timeZone: 'UTC',
});

const instantOf = (month: string): number => Date.parse(`${month.slice(0, 7)}-01T00:00:00Z`);

/** `2026-03` as the reader's locale writes it: March 2026. */
export const monthText = (month: string): string => long.format(instantOf(month));

/** Under a chart: `Mar`, and `Jan 26` where a year begins. */
export const shortMonthText = (month: string): string =>
  month.slice(5, 7) === '01' ? shortWithYear.format(instantOf(month)) : short.format(instantOf(month));
