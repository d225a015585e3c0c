/**
 * An amount as people type it, as the ledger takes it: `1,250.5` is `1250.5`, `12,50` is `12.50`, a sign or a currency
 * mark is left out. Empty is no restriction; `null`: that is no amount.
 */
export function sizeOf(text: string): string | null {
  const bare = text.replaceAll(/[\s\u00a0\u202f'+\-\u2212\p{Sc}]/gu, '');
  if (bare === '') return text.trim() === '' ? '' : null;
  const decimal = /^\d+,\d{1,2}$/.test(bare)
    ? bare.replace(',', '.')
    : bare.replaceAll(/,(?=\d{3}(?:\D|$))/g, '');
  return /^\d{1,15}(?:\.\d{1,4})?$/.test(decimal) ? decimal : null;
}
