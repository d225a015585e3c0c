/** `qif2json` brings no types of its own; what it answers is decoded by `qif-reader.ts`. */
declare module 'qif2json' {
  const qif2json: { readonly parse: (qif: string) => unknown };
  export default qif2json;
}
