/** What engines say of a locale's week: a method since Chromium 99, a property before it was agreed on. */
type LocaleWithWeek = Intl.Locale & { readonly getWeekInfo?: () => { readonly firstDay: number } };

/** The day a week begins with for the reader: 1 is Monday, 7 Sunday (ECMA-402, `getWeekInfo`); Monday where nobody says. */
export function firstWeekday(locale: string): number {
  const known: LocaleWithWeek = new Intl.Locale(locale);
  return known.getWeekInfo?.().firstDay ?? 1;
}
