import { ipcCalls, type IpcCall } from '#shared/ipc/ipc-contract.ts';
import type { CallHandlers } from '../../../src-main/app/call-handlers.ts';

/** Handlers that count as a failure of the test when they are reached; `reachable` are put in their place. */
export function refusingHandlers(reachable: Partial<CallHandlers> = {}): CallHandlers {
  const refusing = Object.fromEntries(
    Object.keys(ipcCalls).map((name) => [
      name,
      () => Promise.reject(new Error(`The handler of ${name as IpcCall} was reached`)),
    ]),
  ) as unknown as CallHandlers;
  return { ...refusing, ...reachable };
}
