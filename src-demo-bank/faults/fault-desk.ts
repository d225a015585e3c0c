import { endpointSchema } from './fault-schema.ts';
import type { DoorName } from '../http/door.ts';
import type { Fault } from './fault-schema.ts';

/** What a fault can tell calls apart by. */
export interface FaultTarget {
  readonly endpoint: DoorName;
  readonly accountId: string | null;
  readonly accountIndex: number | null;
  readonly grant: string | null;
  /** `async=true` was asked for; absent where nothing knows it. */
  readonly isAsync?: boolean;
}

/** Counts calls for every fault and says which ones hit the present call. */
export class FaultDesk {
  #armed: { readonly fault: Fault; calls: number }[] = [];

  constructor(faults: readonly Fault[]) {
    this.set(faults);
  }

  /** Replaces all faults; every count begins anew. */
  set(faults: readonly Fault[]): void {
    this.#armed = faults.map((fault) => ({ fault, calls: 0 }));
  }

  /** Counts one call; the faults that hit it, in the order of the file. */
  fire(target: FaultTarget): readonly Fault[] {
    const hits: Fault[] = [];
    for (const armed of this.#armed) {
      if (!selects(armed.fault, target)) continue;
      armed.calls += 1;
      const { fromCall } = armed.fault;
      const count = armed.fault.count ?? (changesTheBooks(armed.fault) ? 1 : Number.POSITIVE_INFINITY);
      if (armed.calls >= fromCall && armed.calls < fromCall + count) hits.push(armed.fault);
    }
    return hits;
  }
}

const changesTheBooks = (fault: Fault): boolean =>
  fault.kind === 'late-row' || fault.kind === 'settle-pending';

/** The dialog's buttons and wrong addresses have no name in a fault file: `any` leaves them alone. */
const isNamed = (door: DoorName): boolean => endpointSchema.safeParse(door).success;

function selects(fault: Fault, target: FaultTarget): boolean {
  return (
    (fault.endpoint === target.endpoint || (fault.endpoint === 'any' && isNamed(target.endpoint))) &&
    (fault.accountId === undefined || fault.accountId === target.accountId) &&
    (fault.accountIndex === undefined || fault.accountIndex === target.accountIndex) &&
    (fault.async === undefined || fault.async === (target.isAsync ?? false)) &&
    (fault.grant === undefined || fault.grant === target.grant)
  );
}
