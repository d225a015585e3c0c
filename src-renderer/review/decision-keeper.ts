import type { Failure } from '#shared/failure.ts';
import type { Bridge } from '#shared/ipc/bridge.ts';
import type { SettlementRow } from '#shared/settlement.ts';
import { createStore, type Store } from '../state/store.ts';

/**
 * How long a decision can be taken back: the ledger never makes an undone link again, so there is no way back once it
 * has been told.
 */
const heldMs = 7000;

/** What the user says of a match. */
export type Verdict = 'confirmed' | 'undone';

/** A decision that the ledger has not been told yet. */
export interface HeldDecision {
  readonly row: SettlementRow;
  readonly verdict: Verdict;
}

/** What was decided in this window. */
export interface Decisions {
  readonly held: HeldDecision | null;
  /** By `id`, those held and those told: what a list from the ledger may not know yet. */
  readonly verdicts: ReadonlyMap<number, Verdict>;
  /** Why the ledger did not take the last one; that match is undecided again. */
  readonly failure: Failure | null;
}

/** Holds one decision at a time; the next one, or leaving the page, makes the one before final. */
export interface DecisionKeeper extends Store<Decisions> {
  readonly decide: (row: SettlementRow, verdict: Verdict) => void;
  readonly takeBack: () => void;
  /** Tells the ledger now. */
  readonly settle: () => Promise<void>;
}

/** A keeper of its own memory. `later` calls back after so many milliseconds and returns how not to. */
export function createDecisionKeeper(
  call: Bridge['call'],
  later: (act: () => void, ms: number) => () => void,
): DecisionKeeper {
  const store = createStore<Decisions>({ held: null, verdicts: new Map(), failure: null });
  let stop = (): void => {};
  const verdictsWith = (id: number, verdict: Verdict | null): ReadonlyMap<number, Verdict> => {
    const next = new Map(store.get().verdicts);
    if (verdict === null) next.delete(id);
    else next.set(id, verdict);
    return next;
  };
  const settle = async (): Promise<void> => {
    stop();
    const { held } = store.get();
    if (held === null) return;
    // Not held any more, so that nobody tells it twice.
    store.set({ ...store.get(), held: null });
    const { row, verdict } = held;
    const result = await call('settlements.decide', { pendingId: row.id, verdict });
    if (result.ok) return;
    store.set({ ...store.get(), verdicts: verdictsWith(row.id, null), failure: result.failure });
  };
  return {
    get: store.get,
    subscribe: store.subscribe,
    decide: (row, verdict) => {
      void settle();
      store.set({ held: { row, verdict }, verdicts: verdictsWith(row.id, verdict), failure: null });
      stop = later(() => void settle(), heldMs);
    },
    takeBack: () => {
      stop();
      const { held } = store.get();
      if (held === null) return;
      store.set({ ...store.get(), held: null, verdicts: verdictsWith(held.row.id, null) });
    },
    settle,
  };
}

/** The list as it will be once the ledger has been told: an undone match is none, a confirmed one not in doubt. */
export const decided = (
  rows: readonly SettlementRow[],
  verdicts: ReadonlyMap<number, Verdict>,
): readonly SettlementRow[] =>
  rows
    .filter(({ id }) => verdicts.get(id) !== 'undone')
    .map((row) => (verdicts.has(row.id) ? { ...row, confidence: 'confirmed' } : row));
