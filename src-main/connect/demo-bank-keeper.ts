import { readFile } from 'node:fs/promises';
import type { DemoOptions } from '../settings/launch-options.ts';
import type { DemoBankDoor, DemoBankSettings, RunningDemoBank } from './demo-bank-port.ts';

/** The ports a demo bank had; the API's is the one after `authPort`. */
export interface DemoBankPorts {
  readonly authPort: number;
  readonly redirectPort: number;
}

/** The demo bank while the app runs. */
export interface DemoBankKeeper {
  /** Starts it, once, on the ports it had before where they are still free. */
  readonly running: () => Promise<RunningDemoBank>;
  readonly close: () => Promise<void>;
}

/** What keeping it takes. */
export interface DemoBankKeeperDeps {
  readonly loadDoor: () => Promise<DemoBankDoor>;
  readonly options: DemoOptions;
  readonly nowMs: () => number;
  readonly freePort: () => Promise<number>;
  readonly recall: () => DemoBankPorts | null;
  readonly remember: (ports: DemoBankPorts) => void;
}

/** Slow enough to watch, fast enough not to wait. */
const usualLatencyMs = 120;

/** Two neighbouring ports are wanted and only one can be asked for: somebody may sit on the other. */
const portAttempts = 8;

/** One per process. */
export function createDemoBankKeeper(deps: DemoBankKeeperDeps): DemoBankKeeper {
  let bank: Promise<RunningDemoBank> | null = null;
  return {
    running: async () => {
      bank ??= start(deps);
      try {
        return await bank;
      } catch (error) {
        bank = null;
        throw error;
      }
    },
    close: async () => {
      const open = await bank?.catch(() => null);
      bank = null;
      await open?.close();
    },
  };
}

async function start(deps: DemoBankKeeperDeps): Promise<RunningDemoBank> {
  const { faults, elsewhere, redirectUris = [], ...options } = deps.options;
  if (elsewhere !== undefined) return { ...elsewhere, close: () => Promise.resolve() };
  const door = await deps.loadDoor();
  const earlier = deps.recall();
  const redirectPort = earlier?.redirectPort ?? (await deps.freePort());
  const settings: DemoBankSettings = {
    latencyMs: usualLatencyMs,
    ...options,
    autoApprove: true,
    nowMs: deps.nowMs,
    redirectUris: [`http://127.0.0.1:${String(redirectPort)}/callback`, ...redirectUris],
    ...(faults === undefined ? {} : { faults: await readFaults(door, faults) }),
  };
  const { bank, authPort } = await startOnFreePorts(deps, door, settings, earlier?.authPort);
  deps.remember({ authPort, redirectPort });
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
