import type { DoorName } from './door.ts';

/** One request the bank received. */
export interface Call {
  readonly endpoint: DoorName;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** The query, without the question mark; `''` when there is none. */
  readonly query: string;
  /** By the bank's clock. */
  readonly atMs: number;
  /** `X-PSU-IP`; `null`: the user is not there. */
  readonly psuIp: string | null;
  readonly accountId: string | null;
  /** For `token`: the `grant_type` asked for. */
  readonly grant: string | null;
  /** HTTP status; 0 while the call is open, and when the connection was cut. */
  readonly status: number;
}

/** Every request in order of arrival. */
export class CallLog {
  readonly #calls: Call[] = [];

  get calls(): readonly Call[] {
    return this.#calls;
  }

  /** Enters a call on arrival; the returned function notes how it was answered. */
  open(call: Omit<Call, 'status'>): (status: number) => void {
    const place = this.#calls.length;
    this.#calls.push({ ...call, status: 0 });
    return (status) => {
      this.#calls[place] = { ...call, status };
    };
  }
}
