import { toIso, type Clock } from '#shared/clock.ts';
import type { Failure } from '#shared/failure.ts';
import type { ConnectState, ConnectTried } from '#shared/ipc/connect-state.ts';
import { failed, succeeded, type Result } from '#shared/result.ts';

/** Which of the three ways in. */
export type Door = Extract<ConnectState, { kind: 'starting' }>['door'];

/** The bank's page that an attempt waits at. `authUrl`: the auth host it was made for. */
export interface ConsentPage {
  readonly url: string;
  readonly authUrl: string;
}

/** What an attempt is given while it runs. */
export interface AttemptAt {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** The bank's page was handed to the browser, which took it or did not (`isOpen`). The user is at it now. */
  readonly waiting: (page: ConsentPage, isOpen: boolean) => void;
  /** What the user pastes, when they do. */
  readonly pasted: Promise<string>;
}

/** One attempt: consent, tokens kept, and the first sync begun. */
export interface Attempt {
  readonly door: Door;
  readonly connect: (
    at: AttemptAt,
  ) => Promise<Result<{ readonly connectionId: string; readonly jobId: string }>>;
}

/** The one connection being made. Its calls answer at once; how it goes is in the state. */
export interface ConnectDesk {
  readonly state: () => ConnectState;
  /** An attempt under way is given up for the new one, and this one for whatever is wished before that has ended. */
  readonly begin: (attempt: Attempt) => Promise<void>;
  readonly paste: (text: string) => Result<null>;
  /** The page that is waited at; `null`: none. */
  readonly page: () => ConsentPage | null;
  /** It was opened once more, or again could not be. About a page that is waited at no more it says nothing. */
  readonly reopened: (page: ConsentPage, isOpen: boolean) => void;
  /** Gives up, or puts an end that was shown away. */
  readonly cancel: () => Promise<void>;
  /** The connection turned out to be a known one, under whose id it goes on. */
  readonly moved: (connectionId: string) => void;
}

/** What it takes. */
export interface ConnectDeskDeps {
  readonly clock: Clock;
  readonly freePort: () => Promise<number>;
  /** Whether the credentials of the last attempt are still held, so that it can be tried again. */
  readonly canRetry: () => boolean;
  /** What the last attempt was, for the window; `null` where a form has no use for it. */
  readonly tried: () => ConnectTried | null;
  readonly onChange: () => void;
}

/** A login at a bank with a second device takes a minute or two; much longer, and the user has given up. */
const patienceMs = 5 * 60_000;

/** One per app. */
export function createConnectDesk(deps: ConnectDeskDeps): ConnectDesk {
  const { clock, freePort, onChange } = deps;
  let state: ConnectState = { kind: 'idle' };
  let page: ConsentPage | null = null;
  let current: { readonly stop: AbortController; readonly paste: (text: string) => void } | null = null;
  let over: Promise<void> = Promise.resolve();

  const set = (next: ConnectState): void => {
    state = next;
    onChange();
  };
  /** How often something else was wished: an attempt may take a while to end, and only the newest wish counts then. */
  let wishes = 0;
  const giveUp = async (): Promise<void> => {
    wishes += 1;
    current?.stop.abort();
    current = null;
    await over;
    if (state.kind !== 'idle') set({ kind: 'idle' });
  };
  const fail = async (door: Door, failure: Failure): Promise<void> => {
    const port = failure.kind === 'redirect-port-taken' ? await freePort() : null;
    const tried = deps.tried();
    const facts = { canRetry: deps.canRetry(), ...(tried === null ? {} : { tried }) };
    set({ kind: 'failed', door, failure, freePort: port, ...facts });
  };

  const run = async (
    { door, connect }: Attempt,
    stop: AbortController,
    pasted: Promise<string>,
  ): Promise<void> => {
    let isOver = false;
    const waiting: AttemptAt['waiting'] = (opened, browserOpened) => {
      // The user may be faster than the browser's own word that it opened.
      if (stop.signal.aborted || isOver) return;
      page = opened;
      const untilIso = toIso(clock.nowMs() + patienceMs);
      set({ kind: 'waiting-for-consent', door, untilIso, canPaste: door !== 'demo', browserOpened });
    };
    const result = await connect({ signal: stop.signal, timeoutMs: patienceMs, waiting, pasted });
    isOver = true;
    if (stop.signal.aborted) return;
    if (result.ok) return set({ kind: 'connected', ...result.value });
    await fail(door, result.failure);
  };

  return {
    state: () => state,
    begin: async (attempt) => {
      const givenUp = giveUp();
      const wish = wishes;
      await givenUp;
      if (wish !== wishes) return;
      const stop = new AbortController();
      const { promise: pasted, resolve: paste } = Promise.withResolvers<string>();
      const mine = { stop, paste };
      current = mine;
      set({ kind: 'starting', door: attempt.door });
      over = run(attempt, stop, pasted)
        // Nobody waits for this: what throws must end the attempt all the same.
        .catch(() => fail(attempt.door, { kind: 'bug' }))
        .finally(() => {
          if (current === mine) current = null;
        });
    },
    page: () => (state.kind === 'waiting-for-consent' ? page : null),
    reopened: (opened, browserOpened) => {
      if (state.kind === 'waiting-for-consent' && opened === page) set({ ...state, browserOpened });
    },
    paste: (text) => {
      if (state.kind !== 'waiting-for-consent' || current === null) return failed({ kind: 'code-refused' });
      current.paste(text);
      return succeeded(null);
    },
    cancel: giveUp,
    moved: (connectionId) => {
      if (state.kind === 'connected' && state.connectionId !== connectionId) set({ ...state, connectionId });
    },
  };
}
