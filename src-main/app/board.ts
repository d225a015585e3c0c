import type { AppState } from '#shared/ipc/app-state.ts';
import { succeeded, type Result } from '#shared/result.ts';
import type { AppDeps } from './app-deps.ts';
import { appStateOf, type StateParts } from './app-state-of.ts';
import { type LedgerFacts, noFacts, readLedgerFacts } from './ledger-facts.ts';
import type { Workplace, Workplaces } from './workplace.ts';

/** What everybody in the app looks at: the ledger in use, what it holds, and the state made of it all. */
export interface Board {
  readonly facts: () => LedgerFacts;
  /** The workplace in use, if its ledger is open. */
  readonly place: () => Workplace | null;
  /**
   * The same, opened if need be, and with what it holds read. A ledger that cannot be opened is tried again at every call.
   * While another comes into use, or this one moves, it is waited for.
   */
  readonly present: () => Promise<Result<Workplace>>;
  readonly use: (kind: Workplace['kind']) => Promise<Result<Workplace>>;
  /** Has the ledger in use moved, and opens it anew where it lies then. Whoever asks for it meanwhile waits. */
  readonly move: (move: () => Promise<Result<unknown>>) => Promise<Result<Workplace>>;
  readonly state: () => AppState;
  readonly subscribe: (listener: (state: AppState) => void) => () => void;
  /** Tells the listeners in main: the tray, the taskbar. */
  readonly tell: () => void;
  /** Tells them and the window. */
  readonly changed: () => void;
  /** Reads the ledger anew, and tells nobody. */
  readonly read: () => Promise<void>;
  /** Reads the ledger anew and tells everybody. */
  readonly refresh: () => Promise<void>;
}

/** What the board asks of the parts that look at it themselves. */
export type BoardSources = {
  readonly [K in 'secretsIn' | 'running' | 'connect' | 'nextMs']: () => StateParts[K];
};

/** The part of the app it needs. */
export type BoardDeps = Pick<
  AppDeps,
  'appVersion' | 'clock' | 'desktop' | 'ledger' | 'ledgerPaths' | 'memory' | 'settings'
>;

/** One per app. */
export function createBoard(deps: BoardDeps, places: Workplaces, sources: BoardSources): Board {
  const listeners = new Set<(state: AppState) => void>();
  let place: Workplace | null = null;
  let facts = noFacts;
  /** Readings asked for so far, and the latest whose answer is shown. */
  let asked = 0;
  let shown = 0;

  const state = (): AppState =>
    appStateOf(deps, {
      facts,
      ledgerPath: place?.ledgerPath ?? deps.ledgerPaths.real,
      secretsIn: sources.secretsIn(),
      running: sources.running(),
      connect: sources.connect(),
      nextMs: sources.nextMs(),
    });
  const tell = (): void => {
    const now = state();
    for (const listener of listeners) listener(now);
  };
  const changed = (): void => {
    deps.desktop.push('app.changed', state());
    tell();
  };
  const read = async (): Promise<void> => {
    const here = place;
    if (here === null) return;
    asked += 1;
    const turn = asked;
    const found = await readLedgerFacts(deps.ledger, here.ledgerPath, deps.clock.nowMs());
    // Meanwhile another ledger may have come into use, or a later reading have been quicker.
    if (here !== place || turn < shown) return;
    shown = turn;
    facts = { ...facts, ...found };
  };
  const refresh = async (): Promise<void> => {
    await read();
    changed();
  };
  const open = async (kind: Workplace['kind']): Promise<Result<Workplace>> => {
    const opened = await places.use(kind);
    if (opened.ok && opened.value !== place) {
      // A ledger that moved holds what it held.
      if (place?.kind !== opened.value.kind) facts = noFacts;
      place = opened.value;
      await refresh();
    }
    return opened;
  };
  /** One after the other: who asks while a ledger is being opened would else open it once more, or find it unread. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const answer = turn.then(work);
    turn = answer.catch(() => null);
    return answer;
  };

  return {
    facts: () => facts,
    place: () => place,
    present: () =>
      inTurn(() =>
        place === null ? open(deps.memory.read().openLedger) : Promise.resolve(succeeded(place)),
      ),
    use: (kind) => inTurn(() => open(kind)),
    move: (move) =>
      inTurn(async () => {
        const moved = await move();
        if (!moved.ok) return moved;
        await places.close();
        return open(place?.kind ?? deps.memory.read().openLedger);
      }),
    state,
    subscribe: (listener) => {
      listeners.add(listener);
      listener(state());
      return () => listeners.delete(listener);
    },
    tell,
    changed,
    read,
    refresh,
  };
}
