/** The bank's finer category of a row, the first word of its classification; '' where it gives none. */
export const classificationOf = (row: string): string =>
  `coalesce(${row}.classification_json ->> '$[0]', '')`;

/** What `classifications` of a filter asks of a row `t` with its shown overlay `o`; its values are bound. */
export const classifiedCondition = (classifications: readonly string[]): string =>
  `o.own_category IS NULL AND ${classificationOf('t')} IN (${classifications.map(() => '?').join(', ')})`;
