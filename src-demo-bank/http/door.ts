import type { Answer } from './answer.ts';
import type { Endpoint } from '../faults/fault-schema.ts';
import type { FaultEffects } from '../faults/fault-effects.ts';
import type { FaultTarget } from '../faults/fault-desk.ts';

/** What a request turned out to be for. `decision`: a button of the dialog; `unknown`: no such address. */
export type DoorName = Exclude<Endpoint, 'any'> | 'decision' | 'unknown';

/** A request as the doors see it: read whole, nothing streamed. */
export interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names; repeated headers are joined. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Where a request goes: who it is for faults and the log, and how it is answered. */
export interface Door {
  readonly target: FaultTarget;
  /** Answers although a fault would have sent something else in its stead (the dialog turns errors into redirects). */
  readonly takesFaultErrors?: boolean;
  readonly answer: (effects: FaultEffects) => Answer;
}

/** A door that belongs to no account. */
export const plainTarget = (endpoint: DoorName, grant: string | null = null): FaultTarget => ({
  endpoint,
  accountId: null,
  accountIndex: null,
  grant,
});
