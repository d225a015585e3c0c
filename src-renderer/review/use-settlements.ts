import { useEffect, useState } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { SettlementRow } from '#shared/settlement.ts';
import { useStore } from '../state/use-store.ts';
import { useWindow, useWindowState } from '../state/window-context.ts';
import { decided } from './decision-keeper.ts';
import { decisionKeeperOf } from './decision-keeper-of.ts';

/** More than a person looks through. */
const mostShown = 200;

/** Matches as the ledger has them, with what was decided since. `null`: not here yet. */
export interface Settlements {
  readonly rows: readonly SettlementRow[] | null;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

/** The doubtful matches, or all, newest first; asked for again when a sync has changed the ledger. */
export function useSettlements(which: 'doubtful' | 'all'): Settlements {
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
  const now = answer?.which === which ? decided(answer.rows, verdicts) : null;
  return {
    rows: which === 'all' ? now : (now?.filter(({ confidence }) => confidence === 'doubtful') ?? null),
    failure,
    retry: () => setTries((before) => before + 1),
  };
}
