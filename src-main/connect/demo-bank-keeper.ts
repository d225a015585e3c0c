import { readFile } from 'node:fs/promises';
import type { DemoBankMemory } from '../settings/app-memory.ts';
import type { DemoOptions } from '../settings/launch-options.ts';
import type { DemoBankDoor, DemoBankSettings, RunningDemoBank } from './demo-bank-port.ts';

/** The demo bank while the app runs. */
export interface DemoBankKeeper {
  /** Starts it, once, on the ports it had before where they are still free. */
  readonly running: () => Promise<RunningDemoBank>;
  /** Lets its evening pass; `false`: it has none, or it has passed. It passes once, restarts included. */
  readonly passEvening: () => Promise<boolean>;
  /** For a ledger that knows nothing of it: its evening is to come again. */
  readonly forgetEvening: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What keeping it takes. */
export interface DemoBankKeeperDeps {
  readonly loadDoor: () => Promise<DemoBankDoor>;
  readonly options: DemoOptions;
  /** Whether an evening is to pass at this bank. */
  readonly hasEvening: boolean;
  readonly nowMs: () => number;
  readonly freePort: () => Promise<number>;
  readonly recall: () => DemoBankMemory | null;
  readonly remember: (memory: DemoBankMemory) => void;
}

/** Slow enough to watch, fast enough not to wait. */
const usualLatencyMs = 120;

/** Two neighbouring ports are wanted and only one can be asked for: somebody may sit on the other. */
const portAttempts = 8;

/** One per process. */
export function createDemoBankKeeper(deps: DemoBankKeeperDeps): DemoBankKeeper {
  let bank: Promise<RunningDemoBank> | null = null;
  /** Until then the former one sits on the ports. */
  let gone: Promise<unknown> = Promise.resolve();
  const close = async (): Promise<void> => {
    const left = bank;
    // At once: who wants it from now on wants another one.
    bank = null;
    const closing = gone.then(async () => (await left?.catch(() => null))?.close());
    gone = closing.catch(() => null);
    await closing;
  };
  return {
    running: async () => {
      const wanted = (bank ??= gone.then(() => start(deps)));
      try {
        return await wanted;
      } catch (error) {
        if (bank === wanted) bank = null;
        throw error;
      }
    },
    passEvening: async () => {
      const open = await bank;
      const known = deps.recall();
      if (!deps.hasEvening || open?.control === undefined) return false;
      if (known?.evening?.passedAtMs !== null) return false;
      const passedAtMs = deps.nowMs();
      // Remembered first: an evening that the bank has lived and nobody knows of would be undone by a restart.
      deps.remember({ ...known, evening: { ...known.evening, passedAtMs } });
      await open.control.passEvening(passedAtMs);
      return true;
    },
    forgetEvening: async () => {
      const known = deps.recall();
      if (known?.evening === undefined || known.evening.passedAtMs === null) return;
      await close();
      const { evening: _, ...ports } = known;
      deps.remember(ports);
    },
    close,
  };
}

async function start(deps: DemoBankKeeperDeps): Promise<RunningDemoBank> {
  const { faults, elsewhere, redirectUris = [], evening: _, ...options } = deps.options;
  if (elsewhere !== undefined) return { ...elsewhere, close: () => Promise.resolve() };
  const door = await deps.loadDoor();
  const earlier = deps.recall();
  const redirectPort = earlier?.redirectPort ?? (await deps.freePort());
  const evening = earlier?.evening ?? { openedAtMs: deps.nowMs(), passedAtMs: null };
  const settings: DemoBankSettings = {
    latencyMs: usualLatencyMs,
    ...options,
    autoApprove: true,
    nowMs: deps.nowMs,
    redirectUris: [`http://127.0.0.1:${String(redirectPort)}/callback`, ...redirectUris],
    ...(deps.hasEvening ? { evening } : {}),
    ...(faults === undefined ? {} : { faults: await readFaults(door, faults) }),
  };
  const { bank, authPort } = await startOnFreePorts(deps, door, settings, earlier?.authPort);
  deps.remember({ authPort, redirectPort, ...(deps.hasEvening ? { evening } : {}) });
  return bank;
}

async function startOnFreePorts(
  { freePort }: DemoBankKeeperDeps,
  door: DemoBankDoor,
  settings: DemoBankSettings,
  earlierPort: number | undefined,
): Promise<{ readonly bank: RunningDemoBank; readonly authPort: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = attempt === 1 && earlierPort !== undefined ? earlierPort : await freePort();
    try {
      return { bank: await door.startDemoBank({ ...settings, port }), authPort: port };
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || attempt === portAttempts) throw error;
    }
  }
}

async function readFaults(door: DemoBankDoor, path: string): Promise<unknown> {
  const decoded = door.decodeFaultFile(JSON.parse(await readFile(path, 'utf8')));
  if (!decoded.ok) throw new Error(`${path}: ${decoded.problem}`);
  return decoded.value;
}
