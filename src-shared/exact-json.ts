/** Sixteen digits and more in a row, point included: only then can a double have lost some. */
const longNumber = /[:,[\s]-?[\d.]{16,}/;

/**
 * `JSON.parse` that never loses a digit of money: a number with more than 15 significant digits, which a double
 * cannot hold, comes as its source text instead (ECMA-262 "JSON.parse source text access"). Bodies without
 * such a run of digits, nearly all, take the plain fast path.
 *
 * @throws SyntaxError as `JSON.parse` does.
 */
export function parseExactJson(text: string): unknown {
  if (!longNumber.test(text)) return JSON.parse(text);
  return JSON.parse(text, keepLongNumbers);
}

function keepLongNumbers(
  this: unknown,
  _key: string,
  value: unknown,
  context?: { source?: string },
): unknown {
  if (typeof value !== 'number' || context?.source === undefined) return value;
  const significant = context.source
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+/, '');
  return significant.length > 15 ? context.source : value;
}
