import { useEffect, useState } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { SettlementRow, WhichSettlements } from '#shared/settlement.ts';
import { useStore } from '../state/use-store.ts';
import { useWindow, useWindowState } from '../state/window-context.ts';
import { decided, type Decisions } from './decision-keeper.ts';
import { decisionKeeperOf } from './decision-keeper-of.ts';

/** More than a person looks through. */
const mostShown = 200;

/** Matches as the ledger has them, with what was decided since. `null`: not here yet. */
export interface Settlements {
  readonly rows: readonly SettlementRow[] | null;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

/** Matches, newest first; asked for again when a sync has changed the ledger. */
export function useSettlements(which: WhichSettlements): Settlements {
  const { bridge } = useWindow();
  const ledgerChanges = useWindowState((state) => state.ledgerChanges);
  const { verdicts } = useStore(decisionKeeperOf(bridge), (decisions) => decisions);
  const [answer, setAnswer] = useState<{ which: string; rows: readonly SettlementRow[] } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isOld = false;
    void bridge.call('settlements.list', { which, limit: mostShown }).then((result) => {
      if (isOld) return;
      setFailure(result.ok ? null : result.failure);
      if (result.ok) setAnswer({ which, rows: result.value });
    });
    return () => {
      isOld = true;
    };
  }, [bridge, which, ledgerChanges, tries]);
  return {
    rows: answer?.which === which ? shown(which, answer.rows, verdicts) : null,
    failure,
    retry: () => setTries((before) => before + 1),
  };
}

function shown(
  which: WhichSettlements,
  rows: readonly SettlementRow[],
  verdicts: Decisions['verdicts'],
): readonly SettlementRow[] {
  // Only the ledger knows how a match was before it was decided about.
  if (which === 'decided') return rows;
  const now = decided(rows, verdicts);
  return which === 'all' ? now : now.filter(({ confidence }) => confidence === 'doubtful');
}
