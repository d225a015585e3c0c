import * as z from 'zod';
import { calendarDaySchema as day } from './calendar-day-schema.ts';
import { ledgerTask } from './ledger-task.ts';

/** The files Passbook writes. The last three are CSV in the shape one program imports without questions. */
export const exportFormats = [
  'csv',
  'json',
  'ofx',
  'qif',
  'beancount',
  'ledger',
  'actual',
  'ynab',
  'firefly',
] as const;
/** @see exportFormats */
export type ExportFormat = (typeof exportFormats)[number];

/** The usual ending of a file of each format, without its dot. */
export const exportExtension: Readonly<Record<ExportFormat, string>> = {
  csv: 'csv',
  json: 'json',
  ofx: 'ofx',
  qif: 'qif',
  beancount: 'beancount',
  ledger: 'journal',
  actual: 'csv',
  ynab: 'csv',
  firefly: 'csv',
};

/** These have no place for the account's name: their programs import into one account at a time. */
export const holdsOneAccount = (format: ExportFormat): boolean => format === 'actual' || format === 'ynab';

const id = z.string().min(1).max(200);

/** What to export, and how. Days are both included; no accounts means all of them (TrueLayer's ids). */
export const exportWishSchema = z
  .strictObject({
    format: z.enum(exportFormats),
    from: day.optional(),
    to: day.optional(),
    accountIds: z.array(id).min(1).max(500).readonly().optional(),
  })
  .readonly();
/** @see exportWishSchema */
export type ExportWish = z.infer<typeof exportWishSchema>;

/** The beginning of what the file would hold. `pendingLeftOut`: pending rows, in formats that have no word for them. */
export const exportPreviewSchema = z
  .object({
    text: z.string(),
    isWhole: z.boolean(),
    rows: z.number(),
    pendingLeftOut: z.number(),
  })
  .readonly();
/** @see exportPreviewSchema */
export type ExportPreview = z.infer<typeof exportPreviewSchema>;

const wish = exportWishSchema.unwrap().shape;

/** Transactions as a file for another program. */
export const exportTasks = [
  /**
   * Streams to the file in this thread. `out` is written whole or not at all. `written`: one 32-bit integer that holds
   * how many rows are written so far, for whoever watches from another thread.
   */
  ledgerTask('export-transactions', {
    ...wish,
    out: z.string(),
    nowIso: z.string(),
    // By name only when asked: a page, which has this file too, has no such class.
    written: z.custom<SharedArrayBuffer>((value) => value instanceof SharedArrayBuffer).optional(),
  }),
  ledgerTask('preview-export', { ...wish, nowIso: z.string() }),
] as const;

/** What those tasks answer. */
export interface ExportAnswers {
  readonly 'export-transactions': { readonly rows: number; readonly pendingLeftOut: number };
  readonly 'preview-export': ExportPreview;
}
