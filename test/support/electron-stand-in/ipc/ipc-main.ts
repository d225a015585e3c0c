import { createEvent, type ElectronEvent } from '../electron-event.ts';
import { ApiEmitter } from '../refuse-missing.ts';
import type { WebFrameMain } from '../window/web-frame.ts';

/** Who sent a message. `senderFrame` is `null` once the document that sent it is gone. */
export interface IpcSender {
  readonly sender: object;
  readonly frameNow: () => WebFrameMain | null;
  readonly reply: (channel: string, ...args: unknown[]) => void;
}

type IpcEvent = ElectronEvent & { readonly sender: object; readonly senderFrame: WebFrameMain | null };
type InvokeHandler = (event: IpcEvent, ...args: unknown[]) => unknown;

/** Electron's `ipcMain`. */
class IpcMain extends ApiEmitter {
  private readonly handlers = new Map<string, InvokeHandler>();

  handle(channel: string, handler: InvokeHandler): void {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    if (typeof handler !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
    this.handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: InvokeHandler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }

  /** What an `invoke` gets. Not of Electron's API, like `deliver`. @throws what the handler threw. */
  async answer(from: IpcSender, channel: string, args: readonly unknown[]): Promise<unknown> {
    const handler = this.handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return handler(eventOf(from), ...args);
  }

  deliver(from: IpcSender, channel: string, args: readonly unknown[]): void {
    this.emit(channel, Object.assign(eventOf(from), { reply: from.reply, ports: [] }), ...args);
  }
}

function eventOf({ sender, frameNow }: IpcSender): IpcEvent {
  const frame = frameNow();
  const event = createEvent({ type: 'frame', sender, processId: 1, frameId: frame?.routingId ?? -1 });
  return Object.defineProperty(event, 'senderFrame', {
    get: frameNow,
    enumerable: true,
  }) as unknown as IpcEvent;
}

/** Electron's `ipcMain`. */
export const ipcMain = new IpcMain();
