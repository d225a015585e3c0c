import type { DiagnosticsAnswers } from '#shared/diagnostics.ts';
import { succeeded } from '#shared/result.ts';
import { gatherDiagnostics } from '../ledger/gather-diagnostics.ts';
import { readLedger } from './reading-ledger.ts';
import type { Handlers } from './task-handler.ts';

/** Facts about the ledger for a bug report; `null`: there is no ledger. */
export const diagnosticsHandlers: Handlers<keyof DiagnosticsAnswers> = {
  'gather-diagnostics': ({ ledgerPath, nowIso }) =>
    readLedger(ledgerPath, nowIso, (ledger) => succeeded(gatherDiagnostics(ledger)), succeeded(null)),
};
