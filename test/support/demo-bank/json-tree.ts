/** JSON, walked without knowing its shape. */
export type Tree = { [name: string]: unknown };

/** The value when it is an object, otherwise an empty one. */
export const tree = (value: unknown): Tree =>
  typeof value === 'object' && value !== null ? (value as Tree) : {};

/** What lies at the end of a path of names. */
export const at = (value: unknown, ...names: readonly string[]): unknown =>
  names.reduce<unknown>((inner, name) => tree(inner)[name], value);
