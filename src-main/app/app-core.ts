import type { AppState } from '#shared/ipc/app-state.ts';
import type { SyncRequest } from '#shared/ledger-tasks.ts';
import { succeeded, type Result } from '#shared/result.ts';
import { createMemoryTokenStore } from '../auth/memory-token-store.ts';
import { type ConnectDesk, createConnectDesk } from '../connect/connect-desk.ts';
import { createDemoBankKeeper } from '../connect/demo-bank-keeper.ts';
import { findConnection } from '../connect/end-consent.ts';
import { keepConsentsAlive } from '../connect/keep-alive.ts';
import { createSecretPlace } from '../connect/secret-place.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { AppDeps } from './app-deps.ts';
import { createAppSync } from './app-sync.ts';
import { startBackground } from './background.ts';
import { type Board, createBoard } from './board.ts';
import type { CallHandlers } from './call-handlers.ts';
import { callTable } from './call-table.ts';
import { createDemoDoor } from './demo-door.ts';
import { passEvening } from './pass-evening.ts';
import { createDoors } from './doors.ts';
import { backUpWhenDue } from './keep-backups.ts';
import { keepSums } from './keep-sums.ts';
import { type LastTryHolder, triedOf } from './last-try.ts';
import { createWorkplaces } from './workplace.ts';

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
  const isTest = launch.testMode !== null;
  // Stands for the keychain, which test mode must not touch: the window shows what most people see.
  const twin = { ...createMemoryTokenStore(), kind: 'keychain' } as const;
  const inMemory = () => Promise.resolve(succeeded(twin));
  const secrets = createSecretPlace(isTest ? inMemory : deps.openKeychain);
  const places = createWorkplaces(deps, secrets);
  const lastTry: LastTryHolder = { value: null };
  let schedule: Schedule | null = null;
  let lastTriedMs: number | null = null;
  let isClosing = false;
  let started: Promise<void> = Promise.resolve();
  let revived: Promise<void> = Promise.resolve();
  let alive: Promise<void> = Promise.resolve();
  let keeping: Promise<void> = Promise.resolve();
  let evening: Promise<void> = Promise.resolve();

  const bank = createDemoBankKeeper({
    loadDoor: deps.loadDemoBank,
    options: launch.testMode?.demo ?? {},
    hasEvening: launch.testMode?.demo.evening ?? !isTest,
    nowMs: clock.nowMs,
    freePort: deps.freePort,
    recall: () => memory.read().demoBank,
    remember: (demoBank) => memory.write({ ...memory.read(), demoBank }),
  });
  // These three look at each other: the board shows the two desks, which change it.
  const sync = createAppSync({
    app: deps,
    board: (): Board => board,
    connect: (): ConnectDesk => connect,
    onBegun: () => {
      lastTriedMs = clock.nowMs();
      schedule?.wake();
    },
    onOver: (job) => {
      schedule?.wake();
      keeping = keeping.then(keep, keep);
      evening = passEvening({ bank, sync, demo, board, log }, job);
    },
  });
  const connect = createConnectDesk({
    clock,
    freePort: deps.freePort,
    canRetry: () => lastTry.value !== null,
    tried: () => triedOf(lastTry.value),
    onChange: () => {
      if (connect.state().kind === 'connected') lastTry.value = null;
      void board.refresh();
    },
  });
  const board = createBoard(deps, places, {
    secretsIn: secrets.secretsIn,
    running: sync.running,
    connect: connect.state,
    nextMs: () => schedule?.nextMs() ?? null,
  });
  /** What runs belongs to the ledger it was begun in: it ends before another one comes into use. */
  const use: Board['use'] = async (kind) => {
    while (board.place() !== null && board.place()?.ledgerPath !== deps.ledgerPaths[kind]) {
      await sync.stop();
      const used = await sync.alone(() => board.use(kind));
      if (used !== null) return used;
    }
    return board.use(kind);
  };
  const demo = createDemoDoor({ app: deps, use, bank, sync });
  const doors = createDoors({ app: deps, use, bank, sync, demo, secrets });

  /** One after the other: a copy under way is not seen yet by who looks whether one is due. */
  const keep = async (): Promise<void> => {
    await keepSums(deps, board);
    await backUpWhenDue(deps, board);
  };
  const startSync = async (request: SyncRequest): Promise<Result<{ jobId: string }>> => {
    const opened = await board.present();
    if (!opened.ok) return opened;
    await revived;
    return sync.start(request);
  };
  const backgroundSync = async (): Promise<void> => {
    lastTriedMs = clock.nowMs();
    const started = await startSync({ requestedBy: 'schedule', attended: false });
    if (!started.ok) log.warn('The background sync did not start', { failure: started.failure.kind });
  };
  const goOn = async (): Promise<void> => {
    const { unfinishedSync } = memory.read();
    if (unfinishedSync === null) return;
    log.info('Going on with the sync that had not ended');
    const attended = unfinishedSync.attended && !launch.hidden;
    const resumed = await startSync({ ...unfinishedSync, attended });
    if (!resumed.ok && !isClosing) memory.write({ ...memory.read(), unfinishedSync: null });
  };
  const keepAlive = async (): Promise<void> => {
    await revived;
    const place = board.place();
    if (place === null) return;
    const { ledgerPath, tokens } = place;
    const updated = await keepConsentsAlive({ ledger, ledgerPath, tokens, clock });
    if (updated > 0) await board.refresh();
  };
  const find = async (connectionId: string) => {
    const opened = await board.present();
    return opened.ok ? findConnection(ledger, opened.value.ledgerPath, connectionId) : opened;
  };
  /** Once the demo bank is disconnected there is nothing more to see of it: back to the user's own ledger. */
  const afterDisconnect = async (): Promise<void> => {
    await board.refresh();
    const isLeft = board.facts().connections.some(({ state }) => state !== 'revoked');
    if (isTest || board.place()?.kind !== 'demo' || isLeft) return;
    await use('real');
    await bank.close();
  };
  const begin = async (): Promise<void> => {
    desktop.applySettings(settings.read());
    // Not waited for: a locked keychain asks for its password in a window of its own.
    void secrets.look().then(board.changed);
    const opened = await board.present();
    // An update of the ledger takes its time, and the user may have quit meanwhile.
    if (isClosing) return;
    if (!opened.ok) log.error('The ledger could not be opened', { failure: opened.failure.kind });
    else revived = demo.revive(opened.value, board.facts().connections);
    const background = {
      keepAlive: () => {
        alive = keepAlive();
      },
      app: deps,
      board,
      lastTriedMs: () => lastTriedMs,
      sync: backgroundSync,
    };
    schedule = startBackground(background);
    // It looked, and told, before anybody could ask it when it will look again.
    board.changed();
    await goOn();
  };
  const afterSettings = (): void => {
    schedule?.wake();
    desktop.applySettings(settings.read());
    board.changed();
  };

  return {
    state: board.state,
    subscribe: board.subscribe,
    calls: callTable({
      deps,
      board,
      startSync,
      sync,
      connectParts: { desk: connect, doors, lastTry, find, desktop },
      find,
      afterDisconnect,
      afterSettings,
    }),
    start: () => {
      started = begin();
      return started;
    },
    wake: () => schedule?.wake(),
    close: async () => {
      isClosing = true;
      schedule?.stop();
      lastTry.value = null;
      await connect.cancel();
      await sync.close();
      // A start that threw has been told of where it was begun; what is open is closed all the same.
      await started.catch(() => null);
      await revived;
      await keeping;
      await evening;
      await alive;
      await places.close();
      await bank.close();
      await deps.longTasks.close();
      await ledger.close();
      log.close();
    },
  };
}
