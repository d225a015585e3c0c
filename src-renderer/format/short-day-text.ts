const dayFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const monthFormat = new Intl.DateTimeFormat(undefined, { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A day under a chart: `8 Dec`. Its year is said beside. */
export const shortDayText = (day: string): string => dayFormat.format(Date.parse(`${day}T00:00:00Z`));

/** The month of a day under a chart that runs over years: `Dec 2025`. */
export const monthOfDayText = (day: string): string => monthFormat.format(Date.parse(`${day}T00:00:00Z`));
