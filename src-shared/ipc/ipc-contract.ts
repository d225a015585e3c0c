import * as z from 'zod';
import { jobRecordSchema } from '../ledger-views.ts';
import { ledgerUpdateSchema } from '../ledger-update.ts';
import { progressSchema } from '../progress.ts';
import { settingsChangeSchema } from './app-settings.ts';
import { appStateSchema, placeSchema } from './app-state.ts';
import { completenessCalls } from './completeness-calls.ts';
import { connectRetrySchema, connectWishSchema } from './connect-state.ts';
import { backupCalls } from './backup-calls.ts';
import { connectionDataCalls, forgetStepSchema } from './connection-data-calls.ts';
import { diagnosticsCalls } from './diagnostics-calls.ts';
import { exportCalls, exportProgressSchema } from './export-calls.ts';
import { insightsCalls } from './insights-calls.ts';
import { jobCalls } from './job-calls.ts';
import { keepingCalls } from './keeping-calls.ts';
import { ledgerUpdateCalls } from './ledger-update-calls.ts';
import { syncWishSchema } from './sync-wish.ts';
import { transactionCalls } from './transaction-calls.ts';

const nothing = z.null();
const id = z.string().min(1).max(200);

/**
 * The table of contents of the app: every call the window may make. From this one value the handlers in main, the
 * bridge in the preload and the double in tests are derived. Main decodes every request with it; an answer travels as
 * a `Result`, so that an expected failure keeps its kind.
 */
export const ipcCalls = {
  'app.state': { request: nothing, answer: appStateSchema },
  /** Answers at once, as soon as the job has its row. */
  'sync.start': { request: syncWishSchema, answer: z.object({ jobId: z.string() }) },
  'sync.cancel': { request: nothing, answer: nothing },
  'jobs.list': {
    request: z.strictObject({ limit: z.int().min(1).max(200) }),
    answer: z.array(jobRecordSchema),
  },
  'jobs.get': { request: z.strictObject({ jobId: id }), answer: jobRecordSchema },
  ...jobCalls,
  ...transactionCalls,
  ...completenessCalls,
  ...insightsCalls,
  ...exportCalls,
  ...backupCalls,
  ...diagnosticsCalls,
  ...keepingCalls,
  ...ledgerUpdateCalls,
  ...connectionDataCalls,
  'connect.demo': { request: nothing, answer: nothing },
  'connect.begin': { request: connectWishSchema, answer: nothing },
  /** The code, or the whole address of the page the bank led to. */
  'connect.paste': { request: z.strictObject({ text: z.string().min(1).max(4000) }), answer: nothing },
  'connect.cancel': { request: nothing, answer: nothing },
  /** The bank's page that is waited for, once more in the browser or its address to the clipboard: the window never has it. */
  'connect.link': { request: z.strictObject({ way: z.enum(['open', 'copy']) }), answer: nothing },
  /**
   * Tries what failed last again, a reconnect too, with the credentials main still holds in memory: the window never
   * keeps the secret, and the user should not have to find it again because the bank's page timed out. What is given
   * replaces that part of the wish. `failed.canRetry` says whether there is anything to try again.
   */
  'connect.retry': { request: connectRetrySchema, answer: nothing },
  /** A new consent for a known connection, with the credentials kept for it. */
  'connection.reconnect': { request: z.strictObject({ connectionId: id }), answer: nothing },
  /** Ends the consent at the bank and forgets the tokens; the rows stay. */
  'connection.disconnect': { request: z.strictObject({ connectionId: id }), answer: nothing },
  'settings.change': { request: settingsChangeSchema, answer: nothing },
  'background.pause': { request: z.strictObject({ until: z.enum(['hour', 'tomorrow']) }), answer: nothing },
  'background.resume': { request: nothing, answer: nothing },
  /** Opens one of a fixed set of pages in the system's browser. */
  'link.open': {
    request: z.strictObject({ page: z.enum(['truelayer-console', 'truelayer-docs']) }),
    answer: nothing,
  },
  /** Ten thousand rows for a spreadsheet, with room. */
  'clipboard.write': { request: z.strictObject({ text: z.string().max(4_000_000) }), answer: nothing },
  'ledger.reveal': { request: nothing, answer: nothing },
  /** The answer to `window.leaving`: everything is put away. */
  'window.left': { request: nothing, answer: nothing },
} as const;

/** What main tells the window unasked. */
export const ipcPushes = {
  'app.changed': appStateSchema,
  /** At most ten a second, always the last. */
  'sync.progress': progressSchema,
  'sync.ended': jobRecordSchema,
  'place.open': placeSchema,
  /** The window is about to go: whatever a field still holds is stored now. Main waits a moment for `window.left`. */
  'window.leaving': nothing,
  /** Before each step, and `null` at the end. */
  'ledger.updating': ledgerUpdateSchema.nullable(),
  'export.progress': exportProgressSchema,
  'connection.forgetting': z.object({ step: forgetStepSchema }).readonly(),
} as const;

/** A call's name. */
export type IpcCall = keyof typeof ipcCalls;
/** What a call is asked with. */
export type IpcRequest<C extends IpcCall> = z.infer<(typeof ipcCalls)[C]['request']>;
/** What a call answers, inside a `Result`. */
export type IpcAnswer<C extends IpcCall> = z.infer<(typeof ipcCalls)[C]['answer']>;
/** A push's name. */
export type IpcPush = keyof typeof ipcPushes;
/** What a push carries. */
export type IpcMessage<P extends IpcPush> = z.infer<(typeof ipcPushes)[P]>;
