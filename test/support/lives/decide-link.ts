import { toIso } from '#shared/clock.ts';
import type { Ledger } from '../../../src-worker/ledger/open-ledger.ts';
import { decideSettlement } from '../../../src-worker/ledger/settlements.ts';
import type { DecideStep } from './life-step.ts';

/** Decides about one of the links that a pending set has judged; does nothing when there is none. */
export function decideLink(ledger: Ledger, { pick, verdict }: DecideStep, nowMs: number): void {
  const links = ledger.db
    .prepare<[], number>(
      'SELECT ref FROM transactions WHERE became_ref IS NOT NULL AND is_tentative = 0 ORDER BY ref',
    )
    .pluck()
    .all();
  const ref = links[links.length - 1 - (pick % Math.max(1, links.length))];
  if (ref !== undefined) decideSettlement(ledger, ref, verdict, toIso(nowMs));
}
