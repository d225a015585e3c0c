/**
 * The one way to write a log line (style, section 7). Lines are for people; `fields` are plain facts beside them.
 * Whatever is passed is cleaned of secrets before it is written, yet bodies of requests and answers are never passed.
 */
export interface LogDoor {
  info(line: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(line: string, fields?: Readonly<Record<string, unknown>>): void;
  error(line: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** The log as its owner holds it: who opens it closes it, and names the secrets it must never show. */
export interface OpenLog extends LogDoor {
  /** From now on this value is blanked wherever it appears. */
  protect(secret: string): void;
  close(): void;
}
