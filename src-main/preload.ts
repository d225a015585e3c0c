import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '#shared/ipc/bridge.ts';
import { callChannel, isCallName, isPushName, pushChannel } from '#shared/ipc/ipc-names.ts';

/**
 * The window's one way out. Names are checked here so that a mistake shows early; what counts is that main checks who
 * calls, the name and the request again. Electron's own event never reaches the page: it would bring `ipcRenderer`.
 */
const bridge: Bridge = {
  call: (name, request) => {
    if (!isCallName(name)) return Promise.reject(new Error('Passbook has no such call.'));
    return ipcRenderer.invoke(callChannel, { name, request }) as ReturnType<Bridge['call']> as never;
  },
  on: (name, listener) => {
    if (!isPushName(name)) throw new Error('Passbook has no such message.');
    const hear = (_event: unknown, pushed: { readonly name: string; readonly message: never }): void => {
      if (pushed.name === name) listener(pushed.message);
    };
    ipcRenderer.on(pushChannel, hear);
    return () => {
      ipcRenderer.off(pushChannel, hear);
    };
  },
};

contextBridge.exposeInMainWorld('passbook', bridge);
