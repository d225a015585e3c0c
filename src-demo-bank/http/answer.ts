import { errorTable } from '../faults/error-table.ts';
import type { ErrorCode, ErrorShape } from '../faults/error-table.ts';

/** An answer before it meets the wire: faults may still mangle, delay or cut it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const json = 'application/json; charset=utf-8';

/** An answer from a value that is not JSON text yet. */
export const jsonAnswer = (status: number, value: unknown): Answer => jsonText(status, JSON.stringify(value));

/** For bodies that are put together from texts already made. */
export const jsonText = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': json },
  body,
});

/** A status and nothing else, as after a revoke. */
export const emptyAnswer = (status: number): Answer => ({ status, headers: {}, body: '' });

/** `headers` are added, `description` and `details` stand in for the table's. */
export function errorAnswer(
  code: ErrorCode,
  extra: {
    readonly headers?: Readonly<Record<string, string>>;
    readonly description?: string;
    readonly details?: Readonly<Record<string, string>>;
  } = {},
): Answer {
  const shape: ErrorShape = errorTable[code];
  const description = extra.description ?? shape.description;
  const details = extra.details ?? shape.details;
  return {
    status: shape.status,
    headers: { 'content-type': json, ...extra.headers },
    body: JSON.stringify({
      ...(description === undefined ? {} : { error_description: description }),
      error: code,
      ...(details === undefined ? {} : { error_details: details }),
    }),
  };
}
