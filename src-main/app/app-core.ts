import { toIso } from '#shared/clock.ts';
import type { AppState } from '#shared/ipc/app-state.ts';
import type { SyncRequest } from '#shared/ledger-tasks.ts';
import type { JobRecord } from '#shared/ledger-views.ts';
import type { Progress } from '#shared/progress.ts';
import { succeeded, type Result } from '#shared/result.ts';
import { createMemoryTokenStore } from '../auth/memory-token-store.ts';
import { createConnectDesk } from '../connect/connect-desk.ts';
import { createDemoBankKeeper } from '../connect/demo-bank-keeper.ts';
import { findConnection } from '../connect/end-consent.ts';
import { createSecretPlace } from '../connect/secret-place.ts';
import { nextRun } from '../schedule/next-run.ts';
import { type Schedule, startSchedule } from '../schedule/schedule.ts';
import type { AppDeps } from './app-deps.ts';
import type { CallHandlers } from './call-handlers.ts';
import { callTable } from './call-table.ts';
import type { LastTryHolder } from './connect-calls.ts';
import { createDoors } from './doors.ts';
import { noFacts, readLedgerFacts } from './ledger-facts.ts';
import { consentNotices, noticesOfJob } from './notices.ts';
import { appStateOf } from './state-board.ts';
import { createSyncDesk } from './sync-desk.ts';
import { createWorkplaces, type Workplace } from './workplace.ts';

/** The desktop app without a desktop: everything the window, the tray and the schedule do, whoever shows it. */
export interface AppCore {
  readonly calls: CallHandlers;
  readonly state: () => AppState;
  /** Called after every change, the running job's progress included. Returns how to stop listening. */
  readonly subscribe: (listener: (state: AppState) => void) => () => void;
  /** Opens the ledger and goes on with what the last run left undone. */
  readonly start: () => Promise<void>;
  /** The machine woke up, or the clock moved: what was missed is caught up with. */
  readonly wake: () => void;
  /** Cancels, waits for all threads and closes everything. The app may end after it, and not before. */
  readonly close: () => Promise<void>;
}

/** Puts the app together. Nothing happens before `start`. */
export function createAppCore(deps: AppDeps): AppCore {
  const { clock, memory, settings, ledger, desktop, launch, log } = deps;
  const listeners = new Set<(state: AppState) => void>();
  const secrets = createSecretPlace(
    launch.testMode === null ? deps.openKeychain : () => Promise.resolve(succeeded(createMemoryTokenStore())),
  );
  const places = createWorkplaces(deps, secrets);
  const lastTry: LastTryHolder = { value: null };
  let place: Workplace | null = null;
  let facts = noFacts;
  let schedule: Schedule | null = null;
  let lastTriedMs: number | null = null;
  let revived: Promise<void> = Promise.resolve();

  const bank = createDemoBankKeeper({
    loadDoor: deps.loadDemoBank,
    options: launch.testMode?.demo ?? {},
    nowMs: clock.nowMs,
    freePort: deps.freePort,
    recall: () => memory.read().demoBank,
    remember: (ports) => memory.write({ ...memory.read(), demoBank: ports }),
  });
  /** The workplace in use; the failure of its ledger while it cannot be opened, which every call tries again. */
  const use = async (kind: Workplace['kind']): Promise<Result<Workplace>> => {
    const opened = await places.use(kind);
    if (opened.ok && opened.value !== place) {
      place = opened.value;
      facts = noFacts;
      await refresh();
    }
    return opened;
  };
  const present = (): Promise<Result<Workplace>> =>
    place === null ? use(memory.read().openLedger) : Promise.resolve(succeeded(place));

  const state = (): AppState =>
    appStateOf(deps, {
      facts,
      ledgerPath: place?.ledgerPath ?? deps.ledgerPaths.real,
      secretsIn: secrets.secretsIn(),
      running: sync.running(),
      connect: connect.state(),
      nextMs: schedule?.nextMs() ?? null,
    });
  const tell = (): void => {
    const now = state();
    for (const listener of listeners) listener(now);
  };
  const changed = (): void => {
    desktop.push('app.changed', state());
    tell();
  };
  async function refresh(): Promise<void> {
    if (place !== null) facts = await readLedgerFacts(ledger, place.ledgerPath, clock.nowMs(), facts);
    changed();
  }

  let shown = '';
  const sync = createSyncDesk({
    runner: () => {
      if (place === null) throw new Error('A sync before the ledger is open');
      return place.runner;
    },
    workers: () => settings.read().syncWorkers,
    onStarted: (request) => {
      lastTriedMs = clock.nowMs();
      memory.write({ ...memory.read(), unfinishedSync: request });
      changed();
    },
    onProgress: (progress: Progress) => {
      desktop.push('sync.progress', progress);
      tell();
      // Accounts, and their balances, appear as they are found and done.
      const now = `${progress.jobId} ${String(progress.totalAccounts)} ${String(progress.accountsDone)}`;
      if (now !== shown) void refresh();
      shown = now;
    },
    onEnded: async (job: JobRecord, _request: SyncRequest, byQuit) => {
      const before = state().connections;
      if (!byQuit || job.status !== 'cancelled') memory.write({ ...memory.read(), unfinishedSync: null });
      await refresh();
      desktop.push('sync.ended', job);
      const [account] = job.accounts;
      if (account !== undefined && connect.state().kind === 'connected') connect.moved(account.connectionId);
      const after = state().connections;
      const notices = noticesOfJob({ job, before, after, isWatched: desktop.isWatched() });
      if (settings.read().notifications) for (const notice of notices) desktop.notify(notice);
      schedule?.wake();
    },
  });
  const connect = createConnectDesk({
    clock,
    freePort: deps.freePort,
    canRetry: () => lastTry.value !== null,
    onChange: () => {
      if (connect.state().kind === 'connected') lastTry.value = null;
      void refresh();
    },
  });
  const doors = createDoors({ app: deps, places: { ...places, use }, secrets, bank, sync });

  /** A demo bank lives as long as the app: one that was connected is started again, and consented to again. */
  const revive = async (): Promise<void> => {
    const here = place;
    const known = facts.connections.filter((each) => doors.isDemo(each) && each.state !== 'revoked');
    if (here === null || (here.kind === 'real' && launch.testMode === null)) return;
    for (const connection of known) {
      const done = await doors.reviveDemo(here, connection);
      if (!done.ok) log.warn('The demo bank could not be connected again', { failure: done.failure.kind });
    }
  };
  const startSync = async (request: SyncRequest): Promise<Result<{ jobId: string }>> => {
    const opened = await present();
    if (!opened.ok) return opened;
    await revived;
    return sync.start(request);
  };
  const look = (): void => {
    const { notices, noticedOn } = consentNotices(
      state().connections,
      memory.read().consentNoticedOn,
      clock.nowMs(),
    );
    if (notices.length > 0) memory.write({ ...memory.read(), consentNoticedOn: noticedOn });
    if (settings.read().notifications) for (const notice of notices) desktop.notify(notice);
    changed();
  };
  const plan = (nowMs: number): number | null => {
    const active = facts.connections.some((each) => each.state === 'active');
    if (!active || sync.running() !== null) return null;
    const { syncEveryHours, pausedUntilIso } = settings.read();
    const [last] = facts.jobs;
    return nextRun({
      nowMs,
      everyHours: syncEveryHours,
      lastBeganMs: Math.max(last === undefined ? 0 : Date.parse(last.startedAt), lastTriedMs ?? 0) || null,
      pausedUntilMs: pausedUntilIso === null ? null : Date.parse(pausedUntilIso),
      jitterSeed: last?.jobId ?? '',
    });
  };
  const find = async (connectionId: string) => {
    const opened = await present();
    return opened.ok ? findConnection(ledger, opened.value.ledgerPath, connectionId) : opened;
  };
  const leaveDemo = async (): Promise<void> => {
    const isLeft = facts.connections.some((each) => each.state !== 'revoked');
    if (launch.testMode !== null || place?.kind !== 'demo' || isLeft) return;
    await bank.close();
    await use('real');
  };

  return {
    state,
    calls: callTable({
      deps,
      present,
      state,
      startSync,
      sync,
      connectParts: { desk: connect, doors, lastTry, find },
      find,
      afterDisconnect: async () => {
        await refresh();
        await leaveDemo();
      },
      afterSettings: () => {
        schedule?.wake();
        desktop.applySettings(settings.read());
        changed();
      },
    }),
    subscribe: (listener) => {
      listeners.add(listener);
      listener(state());
      return () => listeners.delete(listener);
    },
    start: async () => {
      desktop.applySettings(settings.read());
      // Not waited for: a locked keychain asks for its password in a window of its own.
      void secrets.look().then(changed);
      const opened = await present();
      if (!opened.ok) log.error('The ledger could not be opened', { failure: opened.failure.kind });
      revived = revive().catch((error: unknown) =>
        log.error('The demo bank did not start', { error: String(error) }),
      );
      const run = async (): Promise<void> => {
        lastTriedMs = clock.nowMs();
        const started = await startSync({ requestedBy: 'schedule', attended: false });
        if (!started.ok) log.warn('The background sync did not start', { failure: started.failure.kind });
      };
      schedule = startSchedule({ clock, plan, run, onLook: look });
      const { unfinishedSync } = memory.read();
      if (unfinishedSync === null) return;
      log.info(`Going on with the sync that had not ended at ${toIso(clock.nowMs())}`);
      const attended = unfinishedSync.attended && !launch.hidden;
      const resumed = await startSync({ ...unfinishedSync, attended });
      if (!resumed.ok) memory.write({ ...memory.read(), unfinishedSync: null });
    },
    wake: () => schedule?.wake(),
    close: async () => {
      schedule?.stop();
      lastTry.value = null;
      await connect.cancel();
      await sync.close();
      await revived;
      await places.close();
      await bank.close();
      await ledger.close();
      log.close();
    },
  };
}
