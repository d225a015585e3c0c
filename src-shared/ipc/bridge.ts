import type { Result } from '../result.ts';
import type { IpcAnswer, IpcCall, IpcMessage, IpcPush, IpcRequest } from './ipc-contract.ts';

/** What the window sees of the rest of the app, as `window.passbook`: one object, two functions. */
export interface Bridge {
  /** Never rejects for an expected failure: that is a `Result` with its kind. */
  readonly call: <C extends IpcCall>(name: C, request: IpcRequest<C>) => Promise<Result<IpcAnswer<C>>>;
  /** Returns how to stop listening. */
  readonly on: <P extends IpcPush>(name: P, listener: (message: IpcMessage<P>) => void) => () => void;
}
