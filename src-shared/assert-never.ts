/** Ends a `switch` on `kind`: a case that was forgotten does not compile, and a value from outside throws. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
