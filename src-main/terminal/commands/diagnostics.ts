import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { toIso } from '#shared/clock.ts';
import { makeDiagnostics } from '../../settings/make-diagnostics.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { showFailure } from '../show-failure.ts';

/** `passbook diagnostics`: facts for a bug report, on stdout or in a file. */
export async function diagnostics(
  context: CommandContext,
  options: { readonly out?: string },
): Promise<number> {
  const { screen, ledgerPath, clock, surroundings, parts } = context;
  const nowIso = toIso(clock.nowMs());
  const ledger = parts.createLedger();
  try {
    const facts = await ledger.run({ kind: 'gather-diagnostics', ledgerPath, nowIso });
    const store = await parts.openTokenStore(surroundings.env['PASSBOOK_TOKEN_STORE']);
    const secretsIn = store.ok ? store.value.kind : 'nowhere';
    const { appVersion } = surroundings;
    const text = makeDiagnostics(
      { appVersion, nowIso, secretsIn, settings: {} },
      facts.ok ? facts.value : null,
    );
    if (options.out === undefined) {
      surroundings.stdout.write(screen.json ? `${JSON.stringify(JSON.parse(text))}\n` : text);
      return exitCode.ok;
    }
    const out = resolve(options.out);
    try {
      await writeFile(out, text, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      return showFailure(screen, { kind: isThere ? 'file-in-the-way' : 'output-not-writable', path: out });
    }
    screen.record({ type: 'diagnostics', out });
    if (!screen.json) screen.say(`Written to ${out}. It holds no names, numbers or texts of yours; read it.`);
    return exitCode.ok;
  } finally {
    await ledger.close();
  }
}
