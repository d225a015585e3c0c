const rules = new Intl.PluralRules();

/** The form of a word for a count, by the reader's own rules of number. */
export const plural = (count: number, forms: { readonly one: string; readonly other: string }): string =>
  rules.select(count) === 'one' ? forms.one : forms.other;
