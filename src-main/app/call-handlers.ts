import type { IpcAnswer, IpcCall, IpcMessage, IpcPush, IpcRequest } from '#shared/ipc/ipc-contract.ts';
import type { Result } from '#shared/result.ts';

/** What main does for each call of the contract. A call without its handler does not compile. */
export type CallHandlers = {
  readonly [C in IpcCall]: (request: IpcRequest<C>) => Promise<Result<IpcAnswer<C>>>;
};

/** Tells the window something, if there is one. */
export type Push = <P extends IpcPush>(name: P, message: IpcMessage<P>) => void;
