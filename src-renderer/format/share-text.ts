const format = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });

/** A part of a whole as the reader's locale writes it: 0.42 is 42%. */
export const shareText = (share: number): string => format.format(share);
