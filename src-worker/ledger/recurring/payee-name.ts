/**
 * A payee's name as payments can be compared by: words without case, without what counts up or differs from time to time
 * (numbers, references, dates). `NETFLIX.COM 4259522` and `Netflix.com` are one.
 */
export const payeeKey = (text: string): string =>
  text
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}&]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '' && !/\p{N}/u.test(word))
    .join(' ');

/** Whether two names are of one payee: the one begins with the other, word by word. */
export function isSamePayee(a: string, b: string): boolean {
  const one = payeeKey(a);
  const other = payeeKey(b);
  if (one === '' || other === '') return one === other;
  return one === other || `${one} `.startsWith(`${other} `) || `${other} `.startsWith(`${one} `);
}
