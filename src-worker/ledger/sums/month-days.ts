/** What every day of a month comes after, as text compares. */
export const firstOf = (month: string): string => `${month}-00`;

/** What every day of a month comes before. */
export const lastOf = (month: string): string => `${month}-99`;
