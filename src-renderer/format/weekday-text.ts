const format = new Intl.DateTimeFormat(undefined, { weekday: 'short', timeZone: 'UTC' });

/** The day of the week as the reader's locale shortens it: Mon. */
export const weekdayText = (day: string): string => format.format(Date.parse(`${day}T00:00:00Z`));
