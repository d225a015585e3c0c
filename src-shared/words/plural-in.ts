/**
 * The forms of a word by number, under the names CLDR gives them (cldr.unicode.org, "Plural rules"): English has `one`
 * and `other`, Polish has four.
 */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/**
 * Chooses the form of a word for a count by the rules of the language the word is in, which need not be the reader's
 * locale: English under French rules would say "0 transaction". `language`: BCP 47.
 */
export function pluralIn(language: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(language);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}
