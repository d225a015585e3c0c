/** What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection"), the wide forms of CJK input too. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Text for a cell of a spreadsheet. What it would run as a formula gets an apostrophe before it: whoever pays you by
 * bank transfer writes the description.
 */
export const harmlessCell = (text: string): string => (formulaStart.test(text) ? `'${text}` : text);
