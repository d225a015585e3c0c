/**
 * The best of the languages there are for a reader: for each locale they like, the locale itself, then ever less of it
 * (`de-AT`, then `de`: RFC 4647, section 3.4, "Lookup"). `locales`: BCP 47, the one liked best first.
 */
export function languageFor<L extends string>(
  locales: readonly string[],
  known: readonly L[],
  otherwise: L,
): L {
  for (const locale of locales) {
    const parts = locale.toLowerCase().split('-');
    for (let count = parts.length; count > 0; count -= 1) {
      const sought = parts.slice(0, count).join('-');
      const found = known.find((language) => language.toLowerCase() === sought);
      if (found !== undefined) return found;
    }
  }
  return otherwise;
}
