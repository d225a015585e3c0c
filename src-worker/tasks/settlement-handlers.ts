import { failed, succeeded } from '#shared/result.ts';
import type { SettlementAnswers } from '#shared/settlement.ts';
import { decideSettlement, listSettlements } from '../ledger/settlements.ts';
import { takeBackDecision } from '../ledger/take-back-decision.ts';
import { readPresentLedger } from './read-present-ledger.ts';
import type { Handlers } from './task-handler.ts';
import { ledgerOfThread } from './thread-ledger.ts';

const noMatch = (id: number) => failed({ kind: 'not-found', what: 'match', id: String(id) });

/** Pending rows and the booked ones they became, and the user's word about them. */
export const settlementHandlers: Handlers<keyof SettlementAnswers> = {
  'list-settlements': ({ ledgerPath, which, limit }, { nowIso }) =>
    readPresentLedger(
      ledgerPath,
      nowIso(),
      (ledger) => succeeded(listSettlements(ledger, which, limit)),
      succeeded([]),
    ),
  'decide-settlement': ({ ledgerPath, pendingId, verdict, nowIso }) => {
    const opened = ledgerOfThread(ledgerPath, nowIso);
    if (!opened.ok) return opened;
    return decideSettlement(opened.value, pendingId, verdict, nowIso) ? succeeded(null) : noMatch(pendingId);
  },
  'take-back-decision': ({ ledgerPath, pendingId, nowIso }) => {
    const opened = ledgerOfThread(ledgerPath, nowIso);
    if (!opened.ok) return opened;
    const done = takeBackDecision(opened.value, pendingId, nowIso);
    if (done === 'taken-back') return succeeded(null);
    return done === 'overtaken' ? failed({ kind: 'decision-overtaken' }) : noMatch(pendingId);
  },
};
