import { toIso } from '#shared/clock.ts';
import type { Ledger } from '../../../src-worker/ledger/open-ledger.ts';
import { decideSettlement } from '../../../src-worker/ledger/settlements.ts';
import { takeBackDecision } from '../../../src-worker/ledger/take-back-decision.ts';
import type { DecideStep } from './life-step.ts';

/** Decides about one of the links that a pending set has judged, or takes back what was decided about some row; does nothing when there is none. */
export function decideLink(ledger: Ledger, { pick, verdict }: DecideStep, nowMs: number): void {
  if (verdict === 'taken-back') {
    const decided = ledger.db
      .prepare<[], number>('SELECT pending_ref FROM settlement_verdicts ORDER BY pending_ref')
      .pluck()
      .all();
    const ref = decided[pick % Math.max(1, decided.length)];
    if (ref !== undefined) takeBackDecision(ledger, ref, toIso(nowMs));
    return;
  }
  const links = ledger.db
    .prepare<[], number>(
      'SELECT ref FROM transactions WHERE became_ref IS NOT NULL AND is_tentative = 0 ORDER BY ref',
    )
    .pluck()
    .all();
  const ref = links[links.length - 1 - (pick % Math.max(1, links.length))];
  if (ref !== undefined) decideSettlement(ledger, ref, verdict, toIso(nowMs));
}
