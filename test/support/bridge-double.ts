import type { Bridge } from '#shared/ipc/bridge.ts';
import type { AppState } from '#shared/ipc/app-state.ts';
import {
  ipcCalls,
  ipcPushes,
  type IpcAnswer,
  type IpcCall,
  type IpcMessage,
  type IpcPush,
  type IpcRequest,
} from '#shared/ipc/ipc-contract.ts';
import { succeeded, type Result } from '#shared/result.ts';
import { connectionDataSample } from './window/connection-data-samples.ts';
import { emptyOverview } from './window/overview-samples.ts';
import { emptyReceipt } from './window/receipt-samples.ts';

/** What the double does for one call: at once or later, well or not. */
export type Script<C extends IpcCall> = (
  request: IpcRequest<C>,
) => Result<IpcAnswer<C>> | Promise<Result<IpcAnswer<C>>>;

type Scripts = { [C in IpcCall]?: Script<C> };
type AnyListener = (message: unknown) => void;

/** A `Bridge` with no app behind it, made from the contract: what breaks the contract fails the test. */
export interface BridgeDouble {
  readonly bridge: Bridge;
  /** Every call there was, decoded, in order. */
  readonly calls: readonly { readonly name: IpcCall; readonly request: unknown }[];
  /** Everything the window was told: answers and pushes. */
  readonly told: readonly unknown[];
  /** From now on the call does this. Without a script everything succeeds, with nothing in it. */
  readonly script: <C extends IpcCall>(name: C, script: Script<C>) => void;
  readonly push: <P extends IpcPush>(name: P, message: IpcMessage<P>) => void;
  readonly state: () => AppState;
  /** Changes the state and pushes it whole, as main does. */
  readonly change: (part: Partial<AppState>) => void;
  /** How many listeners a push would reach. */
  readonly listening: (name: IpcPush) => number;
}

/** A double whose app is in this state. Data is cloned on its way, as Electron does. */
export function createBridgeDouble(initial: AppState): BridgeDouble {
  const calls: { name: IpcCall; request: unknown }[] = [];
  const told: unknown[] = [];
  const scripts: Scripts = {};
  const listeners = new Map<IpcPush, Set<AnyListener>>();
  let state = initial;
  const listenersOf = (name: IpcPush): Set<AnyListener> => {
    const known = listeners.get(name) ?? new Set();
    listeners.set(name, known);
    return known;
  };

  const unscripted = (name: IpcCall): unknown => {
    if (name === 'app.state') return state;
    if (name === 'jobs.list') return [];
    if (name === 'sync.start') return { jobId: 'job-7' };
    if (name === 'transactions.totals') return { totals: [] };
    if (name === 'transactions.categories' || name === 'settlements.list') return [];
    if (name === 'backups.list' || name === 'credentials.list') return [];
    if (name === 'diagnostics.preview') return { text: '{}' };
    if (name === 'connection.data') return connectionDataSample;
    if (name === 'jobs.receipt') return emptyReceipt;
    if (name === 'export.preview') return { text: '', isWhole: true, rows: 0, pendingLeftOut: 0 };
    if (name === 'overview.read') return emptyOverview;
    if (name === 'completeness.judge') return [];
    if (name === 'insights.recurring') return [];
    if (name === 'insights.scope') return { currencies: [], first_day: null };
    return name === 'transactions.page' ? { rows: [], total: 0 } : null;
  };
  const bridge: Bridge = {
    call: async (name, request) => {
      const decoded = ipcCalls[name].request.parse(structuredClone(request)) as IpcRequest<typeof name>;
      calls.push({ name, request: decoded });
      const script = scripts[name];
      const result = script === undefined ? succeeded(unscripted(name)) : await script(decoded);
      told.push(result);
      if (!result.ok) return result;
      return succeeded(ipcCalls[name].answer.parse(structuredClone(result.value)) as IpcAnswer<typeof name>);
    },
    on: (name, listener) => {
      const known = listenersOf(name);
      known.add(listener as AnyListener);
      return () => {
        known.delete(listener as AnyListener);
      };
    },
  };
  const push: BridgeDouble['push'] = (name, message) => {
    const decoded: unknown = ipcPushes[name].parse(structuredClone(message));
    told.push(decoded);
    for (const listener of listenersOf(name)) listener(decoded);
  };
  return {
    bridge,
    calls,
    told,
    script: (name, script) => {
      Object.assign(scripts, { [name]: script });
    },
    push,
    state: () => state,
    change: (part) => {
      state = { ...state, ...part };
      push('app.changed', state);
    },
    listening: (name) => listenersOf(name).size,
  };
}
