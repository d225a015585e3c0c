import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { diagnosticsCalls } from '#shared/ipc/diagnostics-calls.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { makeDiagnostics } from '../settings/make-diagnostics.ts';
import type { AppDeps } from './app-deps.ts';
import type { AskLedger } from './ask-ledger.ts';
import type { Board } from './board.ts';
import type { CallHandlers } from './call-handlers.ts';

/** @see diagnosticsCalls */
export function answerDiagnosticsCalls(
  { appVersion, settings, desktop }: AppDeps,
  board: Board,
  askLong: AskLedger,
): Pick<CallHandlers, keyof typeof diagnosticsCalls> {
  let shown: string | null = null;
  const make = async (): Promise<Result<string>> => {
    const ledger = await askLong((at) => ({ kind: 'gather-diagnostics', ...at }));
    const { nowIso, secretsIn } = board.state();
    // A ledger that cannot be read is what a report may be about.
    const facts = ledger.ok ? ledger.value : null;
    return succeeded(makeDiagnostics({ appVersion, nowIso, secretsIn, settings: settings.read() }, facts));
  };
  return {
    'diagnostics.preview': async () => {
      const made = await make();
      if (!made.ok) return made;
      shown = made.value;
      return succeeded({ text: made.value });
    },
    'diagnostics.save': async () => {
      const made = shown === null ? await make() : succeeded(shown);
      if (!made.ok) return made;
      const suggestedName = `passbook-diagnostics-${board.state().nowIso.slice(0, 10)}.json`;
      const out = await desktop.chooseSaveFile({ suggestedName, extension: 'json' });
      if (out === null) return succeeded(null);
      try {
        await writeFile(out, made.value, { mode: 0o600 });
      } catch {
        return failed({ kind: 'output-not-writable', path: out });
      }
      return succeeded({ fileName: basename(out) });
    },
  };
}
