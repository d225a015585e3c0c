import { dirname, join } from 'node:path';
import type { BackupAnswers } from '#shared/backups.ts';
import { type Clock, toIso } from '#shared/clock.ts';
import type { backupCalls } from '#shared/ipc/backup-calls.ts';
import type { LedgerTask } from '#shared/ledger-tasks.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import type { LedgerThread } from '../sync/ledger-thread.ts';
import type { Desktop } from './app-deps.ts';
import type { Board } from './board.ts';
import type { CallHandlers } from './call-handlers.ts';
import type { SyncDesk } from './sync-desk.ts';

/** What these calls reach into. */
export interface BackupCallParts {
  readonly board: Board;
  readonly ledger: LedgerThread;
  readonly longTasks: LedgerThread;
  readonly clock: Clock;
  readonly desktop: Pick<Desktop, 'chooseFile' | 'revealFile'>;
  /** Nothing may take the ledger's place while a job runs, and no job may begin meanwhile. */
  readonly alone: SyncDesk['alone'];
}

type Steps = Result<BackupAnswers['restore-backup']>;

/** @see backupCalls */
export function answerBackupCalls(parts: BackupCallParts): Pick<CallHandlers, keyof typeof backupCalls> {
  const { board, ledger, longTasks, clock, desktop } = parts;
  const here = () => ({ ledgerPath: board.state().ledgerPath, nowIso: toIso(clock.nowMs()) });

  /** Lets go of the file everywhere, has it replaced, and shows what is there now. */
  const replaced = async (
    task: Extract<LedgerTask, { kind: 'restore-backup' | 'rebuild-ledger' }>,
  ): Promise<Steps> => {
    const { ledgerPath } = task;
    const done = await parts.alone(async () => {
      await longTasks.run({ kind: 'close-ledger', ledgerPath });
      return ledger.run(task);
    });
    if (done === null) return failed({ kind: 'ledger-busy', path: ledgerPath });
    if (!done.ok) return done;
    const opened = await board.present();
    await board.refresh();
    return opened.ok ? done : opened;
  };
  const restored = (file: string): Promise<Steps> => replaced({ kind: 'restore-backup', ...here(), file });

  return {
    'backups.list': () => longTasks.run({ kind: 'list-backups', ledgerPath: here().ledgerPath }),
    'backups.make': () => longTasks.run({ kind: 'back-up', ...here(), reason: 'manual' }),
    'backups.check': ({ fileName }) =>
      longTasks.run({ kind: 'check-backup', ledgerPath: here().ledgerPath, file: fileName }),
    'backups.restore': ({ fileName }) => restored(fileName),
    'backups.restore-other': async () => {
      const file = await desktop.chooseFile({ extensions: ['sqlite', 'bak', 'db'] });
      return file === null ? succeeded(null) : restored(file);
    },
    'backups.reveal': async ({ fileName }) => {
      const { ledgerPath } = here();
      const listed = await longTasks.run({ kind: 'list-backups', ledgerPath });
      if (!listed.ok) return listed;
      const found = listed.value.find((each) => each.fileName === fileName);
      if (found === undefined) return failed({ kind: 'backup-missing', path: fileName });
      const folder = found.reason === 'before-update' ? dirname(ledgerPath) : `${ledgerPath}.backups`;
      desktop.revealFile(join(folder, fileName));
      return succeeded(null);
    },
    'ledger.recover': () => replaced({ kind: 'rebuild-ledger', ...here() }),
  };
}
