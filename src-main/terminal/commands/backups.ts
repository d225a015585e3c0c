import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { toIso } from '#shared/clock.ts';
import { readableBytes } from '#shared/words/readable-bytes.ts';
import { backupReasonWords, recoveryStepWords } from '#shared/words/recovery-words.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { refuse, showFailure } from '../show-failure.ts';
import { showRows } from '../show-rows.ts';
import { withExistingLedger } from '../with-ledger.ts';

/** `passbook backup`: a whole copy of the ledger, also while something syncs. */
export async function backup(context: CommandContext, options: { readonly out?: string }): Promise<number> {
  const { screen, ledgerPath, clock } = context;
  const out = options.out === undefined ? undefined : resolve(options.out);
  if (out !== undefined && existsSync(out)) {
    return refuse(screen, `There is a file at ${out} already: name another with --out.`);
  }
  return withExistingLedger(context, async (ledger) => {
    const nowIso = toIso(clock.nowMs());
    const where = out === undefined ? {} : { out };
    const made = await ledger.run({ kind: 'back-up', ledgerPath, reason: 'manual', nowIso, ...where });
    if (!made.ok) return showFailure(screen, made.failure);
    const { path, bytes } = made.value;
    screen.record({ type: 'backed-up', path, bytes });
    if (!screen.json) screen.say(`The ledger is copied to ${path} (${readableBytes(bytes)}).`);
    return exitCode.ok;
  });
}

/** `passbook backups`: the copies there are, newest first. Does not open the ledger, which may be damaged. */
export async function backups(context: CommandContext): Promise<number> {
  const { screen, ledgerPath } = context;
  const ledger = context.parts.createLedger();
  try {
    const listed = await ledger.run({ kind: 'list-backups', ledgerPath });
    if (!listed.ok) return showFailure(screen, listed.failure);
    showRows(
      context,
      [
        { title: 'Made', cell: ({ madeAt }) => madeAt },
        { title: 'Why', cell: ({ reason }) => backupReasonWords[reason] },
        { title: 'Size', cell: ({ bytes }) => readableBytes(bytes) },
        { title: 'File', cell: ({ fileName }) => fileName },
      ],
      listed.value,
      'There are no copies yet. "passbook backup" makes one.',
    );
    return exitCode.ok;
  } finally {
    await ledger.close();
  }
}

/** `passbook restore`: a copy takes the ledger's place, which is kept as a copy itself. */
export async function restore(context: CommandContext, file: string): Promise<number> {
  const { screen, ledgerPath, clock } = context;
  const ledger = context.parts.createLedger();
  try {
    // A bare name is one of the list, unless there is such a file here.
    const named = existsSync(file) ? resolve(file) : file;
    const nowIso = toIso(clock.nowMs());
    const done = await ledger.run({ kind: 'restore-backup', ledgerPath, file: named, nowIso });
    if (!done.ok) return showFailure(screen, done.failure);
    const { steps } = done.value;
    screen.record({ type: 'restored', steps });
    if (!screen.json) for (const step of steps) screen.say(recoveryStepWords(step));
    return exitCode.ok;
  } finally {
    await ledger.close();
  }
}

/** `passbook recover`: for a damaged ledger; leaves a sound one alone. */
export async function recover(context: CommandContext): Promise<number> {
  const { screen, ledgerPath, clock } = context;
  const ledger = context.parts.createLedger();
  try {
    const done = await ledger.run({ kind: 'rebuild-ledger', ledgerPath, nowIso: toIso(clock.nowMs()) });
    if (!done.ok) return showFailure(screen, done.failure);
    const { steps } = done.value;
    screen.record({ type: 'recovered', steps });
    if (!screen.json) for (const step of steps) screen.say(recoveryStepWords(step));
    return exitCode.ok;
  } finally {
    await ledger.close();
  }
}
