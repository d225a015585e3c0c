import * as z from 'zod';
import { ledgerTask } from './ledger-task.ts';

/** Why a copy was made. `damaged`: no copy but the broken ledger itself, set aside. */
export const backupReasonSchema = z.enum([
  'manual',
  'scheduled',
  'before-update',
  'before-restore',
  'before-forget',
  'damaged',
]);
/** @see backupReasonSchema */
export type BackupReason = z.infer<typeof backupReasonSchema>;

/** A copy beside the ledger. `fileName` names it within the ledger's folder of copies, or beside the ledger. */
export const backupFileSchema = z
  .object({
    fileName: z.string(),
    reason: backupReasonSchema,
    madeAt: z.string(),
    bytes: z.number(),
  })
  .readonly();
/** @see backupFileSchema */
export type BackupFile = z.infer<typeof backupFileSchema>;

/** What a look into a copy found: whether it may take the ledger's place, and what it holds. */
export const backupCheckSchema = z
  .object({
    problems: z.array(z.string()).readonly(),
    transactions: z.number(),
    newestDay: z.string().nullable(),
    schemaVersion: z.number(),
  })
  .readonly();
/** @see backupCheckSchema */
export type BackupCheck = z.infer<typeof backupCheckSchema>;

/** What recovering did, step by step; the words are in `words/recovery-words.ts`. Paths are absolute. */
export const recoveryStepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('checked'), problems: z.number() }).readonly(),
  z.object({ kind: z.literal('set-aside'), path: z.string() }).readonly(),
  z.object({ kind: z.literal('restored'), from: z.string(), transactions: z.number() }).readonly(),
  z.object({ kind: z.literal('salvaged'), rows: z.number(), lost: z.number() }).readonly(),
  z.object({ kind: z.literal('replayed'), pages: z.number(), transactions: z.number() }).readonly(),
  z.object({ kind: z.literal('empty') }).readonly(),
]);
/** @see recoveryStepSchema */
export type RecoveryStep = z.infer<typeof recoveryStepSchema>;

/** Copies of the ledger, and what puts one in its place. */
export const backupTasks = [
  /** `out`: a file of the user's choice, else one in the ledger's folder of copies. */
  ledgerTask('back-up', {
    reason: z.enum(['manual', 'scheduled', 'before-forget']),
    out: z.string().optional(),
    nowIso: z.string(),
  }),
  ledgerTask('list-backups', {}),
  /** `file`: a name of `list-backups`, or a path. Opens it for reading only. */
  ledgerTask('check-backup', { file: z.string() }),
  /** The present ledger is kept as a copy of its own; a copy that is not whole is refused. */
  ledgerTask('restore-backup', { file: z.string(), nowIso: z.string() }),
  /** For a damaged ledger: sets it aside and makes a new one of every row that can still be read, and its raw pages. */
  ledgerTask('rebuild-ledger', { nowIso: z.string() }),
  /** Moves the ledger and its copies to another path, where nothing may lie yet. */
  ledgerTask('move-ledger', { to: z.string() }),
  /** Lets go of the thread's handle, so that another may replace the file. */
  ledgerTask('close-ledger', {}),
] as const;

/** What those tasks answer. */
export interface BackupAnswers {
  readonly 'back-up': BackupFile & { readonly path: string };
  readonly 'list-backups': readonly BackupFile[];
  readonly 'check-backup': BackupCheck;
  readonly 'restore-backup': { readonly steps: readonly RecoveryStep[] };
  readonly 'rebuild-ledger': { readonly steps: readonly RecoveryStep[] };
  readonly 'move-ledger': { readonly transactions: number };
  readonly 'close-ledger': null;
}
