import { basename } from 'node:path';
import type { jobCalls } from '#shared/ipc/job-calls.ts';
import { succeeded } from '#shared/result.ts';
import type { Desktop } from './app-deps.ts';
import type { AskLedger } from './ask-ledger.ts';
import type { CallHandlers } from './call-handlers.ts';
import { fileWords } from '../words/words.ts';

/**
 * What these calls reach into. `askLong`: the thread for what takes seconds, since undoing reads all stored pages of an
 * account again. `afterUndo`: the balances and dates the window shows may be others now.
 */
export interface JobCallParts {
  readonly ask: AskLedger;
  readonly askLong: AskLedger;
  readonly desktop: Pick<Desktop, 'chooseSaveFile'>;
  readonly afterUndo: () => Promise<void>;
}

/** @see jobCalls */
export const answerJobCalls = (parts: JobCallParts): Pick<CallHandlers, keyof typeof jobCalls> => ({
  'jobs.receipt': ({ jobId }) => parts.ask((at) => ({ kind: 'get-receipt', ...at, jobId })),
  'jobs.timeline': ({ jobId }) => parts.ask((at) => ({ kind: 'get-job-timeline', ...at, jobId })),
  'jobs.undo': async ({ jobId, apply }) => {
    const report = await parts.askLong((at) => ({ kind: 'undo-job', ...at, jobId, apply }));
    if (report.ok && apply) await parts.afterUndo();
    return report;
  },
  'jobs.save-receipt': async ({ jobId }) => {
    const wish = { suggestedName: fileWords.receipt(jobId), extension: 'json' };
    const out = await parts.desktop.chooseSaveFile(wish);
    if (out === null) return succeeded(null);
    const written = await parts.ask((at) => ({ kind: 'export-receipt', ...at, jobId, out }));
    return written.ok ? succeeded({ fileName: basename(out) }) : written;
  },
});
