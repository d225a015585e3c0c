import { toIso } from '#shared/clock.ts';
import type { Connection } from '#shared/connection.ts';
import type { AppSettings } from '#shared/ipc/app-settings.ts';
import type { SyncRequest } from '#shared/ledger-tasks.ts';
import { failed, succeeded, type Result } from '#shared/result.ts';
import { endConsent } from '../connect/end-consent.ts';
import { pauseEndMs } from '../schedule/pause.ts';
import type { AppDeps } from './app-deps.ts';
import { createAskLedger } from './ask-ledger.ts';
import { answerBackupCalls } from './backup-calls.ts';
import type { Board } from './board.ts';
import type { CallHandlers } from './call-handlers.ts';
import { answerCompletenessCalls } from './completeness-calls.ts';
import { answerConnectionDataCalls } from './connection-data-calls.ts';
import { connectCalls } from './connect-calls.ts';
import { answerDiagnosticsCalls } from './diagnostics-calls.ts';
import { answerExportCalls } from './export-calls.ts';
import { answerJobCalls } from './job-calls.ts';
import type { SyncDesk } from './sync-desk.ts';
import { answerKeepingCalls } from './keeping-calls.ts';
import { answerLedgerUpdateCalls } from './ledger-update-calls.ts';
import { answerInsightsCalls } from './insights-calls.ts';
import { answerTransactionCalls } from './transaction-calls.ts';
import type { Workplace } from './workplace.ts';

/** What the calls reach into. */
export interface CallTableParts {
  readonly deps: AppDeps;
  readonly board: Board;
  readonly startSync: (request: SyncRequest) => Promise<Result<{ jobId: string }>>;
  readonly sync: SyncDesk;
  readonly connectParts: Parameters<typeof connectCalls>[0];
  readonly find: (connectionId: string) => Promise<Result<Connection>>;
  readonly afterDisconnect: () => Promise<void>;
  readonly afterSettings: () => void;
}

/** Every call of the contract, answered. */
export function callTable(parts: CallTableParts): CallHandlers {
  const { deps, board } = parts;
  const { clock, ledger, settings, desktop } = deps;
  const setAll = (change: Partial<AppSettings>): Promise<Result<null>> => {
    const isKept = settings.write({ ...settings.read(), ...change });
    parts.afterSettings();
    return isKept ? done : Promise.resolve(failed({ kind: 'setting-not-kept' }));
  };
  const pauseUntil = (pausedUntilIso: string | null): Promise<Result<null>> => setAll({ pausedUntilIso });
  const askLedger = createAskLedger(ledger, board, clock);
  const askLong = createAskLedger(deps.longTasks, board, clock);
  /** Asks the open ledger, or says why it is not open. */
  const ask = async <T>(question: (place: Workplace) => Promise<Result<T>>): Promise<Result<T>> => {
    const opened = await board.present();
    return opened.ok ? question(opened.value) : opened;
  };
  const isConnecting = (): boolean =>
    ['starting', 'waiting-for-consent'].includes(parts.connectParts.desk.state().kind);

  return {
    ...connectCalls(parts.connectParts),
    ...answerTransactionCalls(askLedger),
    ...answerJobCalls({ ask: askLedger, askLong, desktop, afterUndo: board.refresh }),
    ...answerCompletenessCalls(askLong),
    ...answerKeepingCalls({ deps, board, alone: parts.sync.alone, isConnecting }),
    ...answerConnectionDataCalls({
      deps,
      board,
      askLong,
      find: parts.find,
      runningJobId: () => parts.sync.running()?.progress.jobId ?? null,
      alone: parts.sync.alone,
      afterForget: parts.afterDisconnect,
    }),
    ...answerDiagnosticsCalls(deps, board, askLong),
    ...answerBackupCalls({
      board,
      ledger,
      longTasks: deps.longTasks,
      clock,
      desktop,
      alone: parts.sync.alone,
    }),
    ...answerExportCalls({ ask: askLedger, askLong, desktop, clock }),
    ...answerLedgerUpdateCalls(deps),
    ...answerInsightsCalls(askLedger, askLong, deps.memory),
    'app.state': () => ask(() => Promise.resolve(succeeded(board.state()))),
    'sync.start': (wish) => parts.startSync({ ...withoutAbsent(wish), requestedBy: 'user', attended: true }),
    'sync.cancel': () => {
      parts.sync.cancel();
      return done;
    },
    'jobs.list': ({ limit }) =>
      ask(async ({ ledgerPath }) => {
        const nowIso = toIso(clock.nowMs());
        const jobs = await ledger.run({ kind: 'list-jobs', ledgerPath, limit, nowIso });
        return jobs.ok ? succeeded([...jobs.value]) : jobs;
      }),
    'jobs.get': ({ jobId }) =>
      ask(({ ledgerPath }) =>
        ledger.run({ kind: 'get-job', ledgerPath, jobId, nowIso: toIso(clock.nowMs()) }),
      ),
    'connection.disconnect': ({ connectionId }) =>
      ask(async ({ ledgerPath, tokens }) => {
        const found = await parts.find(connectionId);
        if (!found.ok) return found;
        const ended = await endConsent(
          { ledger, ledgerPath, clock, tokens, revoke: deps.revoke },
          found.value,
        );
        await parts.afterDisconnect();
        return ended;
      }),
    'settings.change': (change) => setAll(withoutAbsent(change)),
    'background.pause': ({ until }) => pauseUntil(toIso(pauseEndMs(until, clock.nowMs()))),
    'background.resume': () => pauseUntil(null),
    'link.open': async ({ page }) => {
      await desktop.openPage(page);
      return succeeded(null);
    },
    'clipboard.write': ({ text }) => {
      desktop.writeClipboard(text);
      return done;
    },
    'ledger.reveal': () =>
      ask(({ ledgerPath }) => {
        desktop.revealFile(ledgerPath);
        return done;
      }),
    // Who waits for it listens at the door (main-window.ts).
    'window.left': () => done,
  };
}

const done: Promise<Result<null>> = Promise.resolve(succeeded(null));

/** A field that was left out stays out: `undefined` would not mean the same further on. */
type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const withoutAbsent = <T extends object>(value: T): Present<T> =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Present<T>;
