// oxlint-disable-next-line no-control-regex -- these are what it is about
const controls = /[\u0000-\u001f\u007f-\u009f]+/g;

/**
 * Text from outside (a bank's descriptions, a file name) as a terminal may safely show it: on one line, and without
 * the escape sequences a terminal would obey.
 */
export const withoutControls = (text: string): string => text.replace(controls, ' ');
