import type { bridgeEnd as makeBridgeEnd, BridgeNode } from './bridge-end.ts';
import type { cloneCodec as makeCloneCodec } from './clone-codec.ts';
import type { pageEmitter as makePageEmitter } from './page-emitter.ts';

/** What the window's isolated world tells main, as the text of a binding call. */
export type FromPage =
  | { readonly kind: 'send'; readonly channel: string; readonly args: string }
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly kind: 'preload-error'; readonly message: string }
  | { readonly kind: 'key'; readonly input: KeyInput };

/** A key the page was given and did not take for itself; the names of Electron's `Input`. */
export interface KeyInput {
  readonly type: 'keyDown';
  readonly key: string;
  readonly code: string;
  readonly control: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

/** What main tells the isolated world. `value`: the codec's text. */
export type ToPage =
  | { readonly kind: 'message'; readonly channel: string; readonly args: string }
  | { readonly kind: 'answer'; readonly id: number; readonly value: string }
  | { readonly kind: 'refusal'; readonly id: number; readonly message: string };

/** Names that both ends of a window's bridges agree on; unguessable for the page. */
export interface PageNames {
  readonly binding: string;
  readonly receiver: string;
  readonly handshake: string;
  readonly toMain: string;
  readonly toIsolated: string;
}

/** `process` of a sandboxed preload: a short list of plain facts. */
export interface PreloadProcess {
  readonly platform: string;
  readonly arch: string;
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

interface PageKey {
  readonly defaultPrevented: boolean;
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

interface PageGlobals {
  readonly document: { createElement(name: string): BridgeNode };
  addEventListener(type: string, listener: (event: PageKey) => void): void;
  readonly MouseEvent: new (type: string, init: object) => object;
  dispatchEvent(event: object): boolean;
  readonly [name: string]: unknown;
}

type Preload = (require: (name: string) => unknown, process: object, exports: object, module: object) => void;

/**
 * Runs as text in the isolated world, before the page's own scripts: `ipcRenderer`, `contextBridge` and the short
 * `require` of a sandboxed preload, then the preload itself. Only in the main frame, as `nodeIntegrationInSubFrames`
 * is off.
 */
export function isolatedWorld(
  names: PageNames,
  facts: PreloadProcess,
  tools: {
    readonly bridgeEnd: typeof makeBridgeEnd;
    readonly cloneCodec: typeof makeCloneCodec;
    readonly pageEmitter: typeof makePageEmitter;
  },
  preload: Preload | null,
): void {
  const page = globalThis as unknown as PageGlobals;
  if (page['top'] !== page['self']) return;
  const codec = tools.cloneCodec();
  const post = page[names.binding] as (text: string) => void;
  const send = (message: FromPage): void => post(JSON.stringify(message));

  const node = page.document.createElement('i');
  page.dispatchEvent(new page.MouseEvent(names.handshake, { relatedTarget: node }));
  const bridge = tools.bridgeEnd(node, names.toMain, names.toIsolated);

  page.addEventListener('keydown', ({ defaultPrevented, key, code, ctrlKey, shiftKey, altKey, metaKey }) => {
    if (defaultPrevented) return;
    const modifiers = { control: ctrlKey, shift: shiftKey, alt: altKey, meta: metaKey };
    send({ kind: 'key', input: { type: 'keyDown', key, code, ...modifiers } });
  });
  const EventEmitter = tools.pageEmitter();
  let lastInvocation = 0;
  const waiting = new Map<number, [(value: unknown) => void, (reason: Error) => void]>();

  class IpcRenderer extends EventEmitter {
    send(channel: string, ...args: unknown[]): void {
      send({ kind: 'send', channel, args: codec.encode(args) });
    }
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const id = ++lastInvocation;
      const text = codec.encode(args);
      return new Promise((resolve, reject) => {
        waiting.set(id, [resolve, reject]);
        send({ kind: 'invoke', id, channel, args: text });
      });
    }
  }

  const refusing = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get(object, key) {
        if (typeof key === 'symbol' || key in object || key === 'then')
          return Reflect.get(object, key) as unknown;
        throw new Error(`the stand-in has no ${name}.${key}: add it to test/support/electron-stand-in`);
      },
    });
  const ipcRenderer = new IpcRenderer();
  const electron = refusing('electron (in a preload)', {
    ipcRenderer: refusing('ipcRenderer', ipcRenderer),
    contextBridge: refusing('contextBridge', {
      exposeInMainWorld: (key: string, api: unknown) => bridge.expose(key, api),
    }),
    webFrame: refusing('webFrame', {}),
  });

  Object.defineProperty(globalThis, names.receiver, {
    value: (message: ToPage) => {
      if (message.kind === 'message') {
        const event = { sender: ipcRenderer, senderId: 0, ports: [], preventDefault: () => undefined };
        ipcRenderer.emit(message.channel, event, ...(codec.decode(message.args) as unknown[]));
        return;
      }
      const [resolve, reject] = waiting.get(message.id) ?? [];
      waiting.delete(message.id);
      if (message.kind === 'answer') resolve?.(codec.decode(message.value));
      else reject?.(new Error(message.message));
    },
  });

  const modules: Record<string, unknown> = {
    electron,
    'electron/renderer': electron,
    events: Object.assign(EventEmitter, { EventEmitter }),
    timers: { setTimeout, clearTimeout, setInterval, clearInterval },
    url: { URL, URLSearchParams },
  };
  const requireModule = (name: string): unknown => {
    const known = modules[name.replace(/^node:/, '')];
    if (known === undefined) throw new Error(`module not found: ${name}`);
    return known;
  };
  const noop = (): void => undefined;
  const process = refusing('process (in a preload)', {
    ...facts,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    on: noop,
    once: noop,
  });
  try {
    const module = { exports: {} };
    preload?.(requireModule, process, module.exports, module);
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    send({ kind: 'preload-error', message });
    throw error;
  }
}
