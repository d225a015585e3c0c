/** One step of the schema. Never edited once released: a later step changes what an earlier one made. */
export interface Migration {
  /** `user_version` after it. */
  readonly version: number;
  /** Run in one immediate transaction, foreign keys checked at its end instead of on the way. */
  readonly sql: string;
}
