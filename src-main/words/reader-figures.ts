const count = new Intl.NumberFormat();
const instant = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A count as the reader's locale writes it. */
export const countText = (value: number): string => count.format(value);

/** A moment in the reader's locale and zone; `iso`: UTC ISO 8601. */
export const instantText = (iso: string): string => instant.format(new Date(iso));
