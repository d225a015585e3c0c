/** The same shape with any text in it: what makes a sentence English is lost; what it is made from, and its place, stay. */
export type InAnyLanguage<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => InAnyLanguage<Said>
    : { readonly [K in keyof T]: InAnyLanguage<T[K]> };
