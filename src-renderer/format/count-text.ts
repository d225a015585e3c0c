const format = new Intl.NumberFormat();

/** A count as the reader's locale writes it: 12,500. */
export const countText = (count: number): string => format.format(count);

/** `1 transaction`, `450 transactions`. `many`: when adding an s is not enough. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${countText(count)} ${count === 1 ? one : many}`;
