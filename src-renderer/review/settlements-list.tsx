import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { SettlementRow, Verdict } from '#shared/settlement.ts';
import { useWindowState } from '../state/window-context.ts';
import { reviewWords as words } from '../words/words.ts';
import { SettlementCard } from './settlement-card.tsx';

/** The cards. Arrows lead from one to the next, and so does deciding. `returned`: one that was taken back just now. */
export function SettlementsList(props: {
  rows: readonly SettlementRow[];
  returned: SettlementRow | null;
  onVerdict: (row: SettlementRow, verdict: Verdict) => void;
  onTakeBack: (row: SettlementRow) => void;
}): ReactNode {
  const { rows, returned, onVerdict, onTakeBack } = props;
  const accounts = useWindowState((state) => state.app?.accounts);
  const list = useRef<HTMLUListElement>(null);
  const [stopId, setStopId] = useState<number | null>(null);
  const [wantedId, setWantedId] = useState<number | null>(null);
  const stop = rows.some(({ id }) => id === stopId) ? stopId : (rows[0]?.id ?? null);

  const focus = (id: number | undefined): void =>
    list.current?.querySelector<HTMLElement>(`[data-settlement="${String(id)}"]`)?.focus();
  useEffect(() => {
    if (wantedId === null) return;
    focus(wantedId);
    setWantedId(null);
  }, [wantedId, rows]);
  useEffect(() => {
    if (returned !== null) setWantedId(returned.id);
  }, [returned]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const at = rows.findIndex(({ id }) => id === stop);
    const next = rows[at + step];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    focus(next.id);
  };
  const decide = (row: SettlementRow, verdict: Verdict): void => {
    const at = rows.indexOf(row);
    const next = rows[at + 1] ?? rows[at - 1];
    if (next !== undefined) setWantedId(next.id);
    onVerdict(row, verdict);
  };
  return (
    <>
      <p className="quiet review-keys">{words.keys}</p>
      <ul className="settlements" ref={list} onKeyDown={onKeyDown}>
        {rows.map((row) => (
          <SettlementCard
            key={row.id}
            row={row}
            accountName={
              accounts?.find((account) => account.account_id === row.account_id)?.display_name ?? ''
            }
            isStop={row.id === stop}
            onFocus={() => setStopId(row.id)}
            onVerdict={(verdict) => decide(row, verdict)}
            onTakeBack={() => onTakeBack(row)}
          />
        ))}
      </ul>
    </>
  );
}
