import { say } from '../say.ts';
import type { CdpSession } from '../chromium/cdp-connection.ts';
import { cloneCodec } from '../page/clone-codec.ts';
import type { FromPage, KeyInput, ToPage } from '../page/isolated-world.ts';
import { pageNames } from '../page/page-scripts.ts';
import type { FrameTree } from '../window/frame-tree.ts';
import { ipcMain, type IpcSender } from './ipc-main.ts';

const codec = cloneCodec();

/** The way from main to a window's `ipcRenderer`. */
export interface PageIpc {
  /** @throws Error when `args` cannot be cloned, at once, as Electron does. */
  readonly send: (channel: string, args: readonly unknown[]) => void;
}

/** Ties a page's isolated world to `ipcMain`. `webContents`: whom the app sees as the sender. */
export function servePageIpc(
  session: CdpSession,
  frames: FrameTree,
  webContents: object,
  onPreloadError: (message: string) => void,
  onKey: (input: KeyInput) => void,
): PageIpc {
  const tell = (context: number, message: ToPage): void => {
    const expression = `${pageNames.receiver}(${JSON.stringify(message)})`;
    // The document may be gone by now; then nobody waits for it.
    session.send('Runtime.evaluate', { expression, contextId: context }).catch(() => undefined);
  };
  const send = (channel: string, args: readonly unknown[]): void => {
    const message: ToPage = { kind: 'message', channel, args: codec.encode(args) };
    const context = frames.isolatedContext();
    if (context !== null) tell(context, message);
  };

  async function answer(
    context: number,
    from: IpcSender,
    message: FromPage & { kind: 'invoke' },
  ): Promise<void> {
    const { id, channel, args } = message;
    try {
      const value = await ipcMain.answer(from, channel, codec.decode(args) as unknown[]);
      tell(context, { kind: 'answer', id, value: codec.encode(value) });
    } catch (error) {
      say(`Error occurred in handler for '${channel}':`, error);
      tell(context, {
        kind: 'refusal',
        id,
        message: `Error invoking remote method '${channel}': ${String(error)}`,
      });
    }
  }

  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== pageNames.binding) return;
    const message = JSON.parse(payload) as FromPage;
    const from: IpcSender = {
      sender: webContents,
      frameNow: () => frames.frameOfContext(executionContextId),
      reply: (channel, ...args) => send(channel, args),
    };
    if (message.kind === 'preload-error') onPreloadError(message.message);
    else if (message.kind === 'key') onKey(message.input);
    else if (message.kind === 'send')
      ipcMain.deliver(from, message.channel, codec.decode(message.args) as unknown[]);
    else void answer(executionContextId, from, message);
  });
  return { send };
}
