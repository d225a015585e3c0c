import { basename } from 'node:path';
import type { Clock } from '#shared/clock.ts';
import { toIso } from '#shared/clock.ts';
import { exportExtension, type ExportWish } from '#shared/export.ts';
import type { exportCalls } from '#shared/ipc/export-calls.ts';
import { failed, succeeded } from '#shared/result.ts';
import type { AskLedger } from './ask-ledger.ts';
import type { CallHandlers } from './call-handlers.ts';
import type { Desktop } from './app-deps.ts';

/** How often the window is told how far an export is. */
const tellEveryMs = 200;

/** What an export reaches into. `askLong`: the thread for what takes seconds, so that lists go on meanwhile. */
export interface ExportCallParts {
  readonly ask: AskLedger;
  readonly askLong: AskLedger;
  readonly desktop: Pick<Desktop, 'chooseSaveFile' | 'revealFile' | 'push'>;
  readonly clock: Clock;
}

/** @see exportCalls */
export function answerExportCalls(parts: ExportCallParts): Pick<CallHandlers, keyof typeof exportCalls> {
  const { ask, askLong, desktop, clock } = parts;
  let lastFile: string | null = null;
  return {
    'export.preview': (wish) => ask((at) => ({ kind: 'preview-export', ...at, ...wish })),
    'export.save': async (wish) => {
      const out = await desktop.chooseSaveFile({
        suggestedName: suggestedName(wish, toIso(clock.nowMs()).slice(0, 10)),
        extension: exportExtension[wish.format],
      });
      if (out === null) return succeeded(null);
      const written = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
      const cell = new Int32Array(written);
      const telling = setInterval(
        () => desktop.push('export.progress', { rows: Atomics.load(cell, 0) }),
        tellEveryMs,
      );
      try {
        const done = await askLong((at) => ({ kind: 'export-transactions', ...at, ...wish, out, written }));
        if (!done.ok) return done;
        lastFile = out;
        return succeeded({ ...done.value, fileName: basename(out) });
      } finally {
        clearInterval(telling);
      }
    },
    'export.reveal': () => {
      if (lastFile === null) return Promise.resolve(failed({ kind: 'bad-request' }));
      desktop.revealFile(lastFile);
      return Promise.resolve(succeeded(null));
    },
  };
}

/** `Passbook 2026-01-01 to 2026-11-23.ofx`; two formats for the same days do not get the same name. */
function suggestedName({ format, from, to }: ExportWish, today: string): string {
  const days = from === undefined ? `until ${to ?? today}` : `${from} to ${to ?? today}`;
  const extension = exportExtension[format];
  const forWhom = format !== 'csv' && extension === 'csv' ? ` for ${format}` : '';
  return `Passbook ${days}${forWhom}.${extension}`;
}
