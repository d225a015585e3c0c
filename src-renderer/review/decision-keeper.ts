import type { Failure } from '#shared/failure.ts';
import type { Bridge } from '#shared/ipc/bridge.ts';
import type { SettlementRow, Verdict } from '#shared/settlement.ts';
import { createStore, type Store } from '../state/store.ts';

/** A decision the ledger has been told. */
export interface Decision {
  readonly row: SettlementRow;
  readonly verdict: Verdict;
}

/** What was decided in this window. */
export interface Decisions {
  /** The one that a click takes back; `null`: its sentence is gone. */
  readonly last: Decision | null;
  /** By `pairOf`: what a list from the ledger may not know yet. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Why the ledger did not take what was said last; that match is as it was. */
  readonly failure: Failure | null;
}

/** Tells the ledger at once, whatever happens to the window then; taking it back is told too. */
export interface DecisionKeeper extends Store<Decisions> {
  readonly decide: (row: SettlementRow, verdict: Verdict) => void;
  /** Takes back the last one. */
  readonly takeBack: () => Promise<void>;
  /** Takes back what was said of a match long ago; whether the ledger did. */
  readonly takeBackOf: (row: SettlementRow) => Promise<boolean>;
  /** The user has seen how the last one went. */
  readonly dismiss: () => void;
}

/** A pending row may be linked anew, and then it is another match. */
const pairOf = ({ id, booked_id: bookedId }: SettlementRow): string => `${String(id)} ${String(bookedId)}`;

/** A keeper of its own memory. */
export function createDecisionKeeper(call: Bridge['call']): DecisionKeeper {
  const store = createStore<Decisions>({ last: null, verdicts: new Map(), failure: null });
  /** Whether the ledger has taken the last decision. */
  let isTold = Promise.resolve(false);
  /** What is being taken back: what is said of that row meanwhile is told after it, or it would be that which goes. */
  let goingBack: { readonly id: number; readonly over: Promise<void> } | null = null;
  const set = (part: Partial<Decisions>): void => store.set({ ...store.get(), ...part });
  const verdictsWith = (row: SettlementRow, verdict: Verdict | null): Decisions['verdicts'] => {
    const next = new Map(store.get().verdicts);
    if (verdict === null) next.delete(pairOf(row));
    else next.set(pairOf(row), verdict);
    return next;
  };
  const tell = async (decision: Decision): Promise<boolean> => {
    const { row, verdict } = decision;
    const result = await call('settlements.decide', { pendingId: row.id, verdict });
    if (result.ok) return true;
    const { last } = store.get();
    set({
      last: last === decision ? null : last,
      verdicts: verdictsWith(row, null),
      failure: result.failure,
    });
    return false;
  };
  const takeBackOf = async (row: SettlementRow): Promise<boolean> => {
    const result = await call('settlements.take-back', { pendingId: row.id });
    set(result.ok ? { verdicts: verdictsWith(row, null), failure: null } : { failure: result.failure });
    return result.ok;
  };
  const goBack = async ({ row, verdict }: Decision, wasTold: Promise<boolean>): Promise<void> => {
    if (!(await wasTold)) return;
    const result = await call('settlements.take-back', { pendingId: row.id });
    // Decided anew meanwhile: that is what shows.
    const isAnew = store.get().verdicts.has(pairOf(row));
    if (!result.ok) {
      set({ failure: result.failure, ...(isAnew ? {} : { verdicts: verdictsWith(row, verdict) }) });
    } else if (!isAnew) set({ failure: null });
  };
  return {
    get: store.get,
    subscribe: store.subscribe,
    decide: (row, verdict) => {
      const last = { row, verdict };
      store.set({ last, verdicts: verdictsWith(row, verdict), failure: null });
      isTold = goingBack?.id === row.id ? goingBack.over.then(() => tell(last)) : tell(last);
    },
    takeBack: async () => {
      const { last } = store.get();
      if (last === null) return;
      set({ last: null, verdicts: verdictsWith(last.row, null) });
      const mine = { id: last.row.id, over: goBack(last, isTold) };
      goingBack = mine;
      await mine.over;
      if (goingBack === mine) goingBack = null;
    },
    takeBackOf,
    dismiss: () => set({ last: null, failure: null }),
  };
}

/** The list as the ledger has it by now: an undone match is none, a confirmed one not in doubt. */
export const decided = (
  rows: readonly SettlementRow[],
  verdicts: Decisions['verdicts'],
): readonly SettlementRow[] =>
  rows
    .filter((row) => verdicts.get(pairOf(row)) !== 'undone')
    .map((row) =>
      verdicts.has(pairOf(row)) ? { ...row, confidence: 'confirmed', verdict: 'confirmed' } : row,
    );
