/** Values of one digit: 16 bits of a number. */
const digits = 65_536;

/**
 * Places ordered by a whole number of each, equal ones in the order of `base`: counted digit by digit (a radix sort)
 * instead of compared, some tens of milliseconds for a million rows instead of a second.
 *
 * @param base places in the order that decides among equals
 * @param numbers each place's, safe integers
 */
export function orderedByNumber(base: Int32Array, numbers: Float64Array, descending: boolean): Int32Array {
  let least = Infinity;
  let most = -Infinity;
  for (const place of base) {
    const number = numbers[place] ?? 0;
    if (number < least) least = number;
    if (number > most) most = number;
  }
  const keys = descending ? { first: most, sign: -1 } : { first: least, sign: 1 };
  let ordered = base;
  for (let unit = 1; unit <= most - least; unit *= digits) {
    ordered = orderedByDigit(ordered, numbers, { ...keys, unit });
  }
  return ordered;
}

/** Equal digits stay in their order, so that the last pass, by the highest digit, leaves all in order. */
function orderedByDigit(
  places: Int32Array,
  numbers: Float64Array,
  { first, sign, unit }: { readonly first: number; readonly sign: number; readonly unit: number },
): Int32Array {
  const starts = new Int32Array(digits + 1);
  const digitOf = new Uint16Array(places.length);
  for (let at = 0; at < places.length; at += 1) {
    const distance = ((numbers[places[at] ?? 0] ?? 0) - first) * sign;
    const digit = Math.floor(distance / unit) % digits;
    digitOf[at] = digit;
    starts[digit + 1] = (starts[digit + 1] ?? 0) + 1;
  }
  for (let digit = 1; digit <= digits; digit += 1)
    starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0);
  const ordered = new Int32Array(places.length);
  for (let at = 0; at < places.length; at += 1) {
    const digit = digitOf[at] ?? 0;
    const to = starts[digit] ?? 0;
    ordered[to] = places[at] ?? 0;
    starts[digit] = to + 1;
  }
  return ordered;
}
