import { toApp, toChromium } from '../net/origin-mapping.ts';
import { leaveSchemeAlone } from './leave-scheme-alone.ts';
import { serveTextSockets, type TextSocket } from './text-socket-server.ts';

interface DevToolsMessage {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: {
    readonly sessionId?: string;
    readonly targetInfo?: { readonly targetId: string; type: string; url: string };
  };
  readonly result?: { readonly frameTree?: { readonly frame: { url: string } } };
}

/**
 * The DevTools address that a driver (Playwright) is told, in front of Chromium's own. What passes is made to look as
 * Electron's would: URLs of the app's scheme, no pages but the app's windows, a window without an address before its
 * first load. `isWindow`: whether a page belongs to a window of the app.
 */
export async function openDevToolsDoor(
  chromiumUrl: string,
  isWindow: (targetId: string) => Promise<boolean>,
): Promise<string> {
  const port = await serveTextSockets((driver) => connect(driver, chromiumUrl, isWindow));
  return `ws://127.0.0.1:${port}${new URL(chromiumUrl).pathname}`;
}

/** How to wait, for each driver that is connected, until it has been sent what Chromium has told so far. */
const catchUps = new Set<() => Promise<void>>();

/**
 * Main and its driver hear of the same page by two connections. Before main says that something is done, the driver is
 * brought as far: in Electron both come out of one process, in order.
 */
export const driversCaughtUp = async (): Promise<void> => {
  await Promise.all([...catchUps].map((catchUp) => catchUp()));
};

/** Ids of our own questions on a driver's connection: far above those of any driver. */
let lastQuestionId = 1_000_000_000;

function connect(
  driver: TextSocket,
  chromiumUrl: string,
  isWindow: (targetId: string) => Promise<boolean>,
): void {
  const chromium = new WebSocket(chromiumUrl);
  const opened = new Promise<void>((resolve) => chromium.addEventListener('open', () => resolve()));
  const hidden = new Set<string>();
  const treesAsked = new Set<number>();

  driver.onText = (text) => {
    if (text.includes('"Page.getFrameTree"')) treesAsked.add((JSON.parse(text) as DevToolsMessage).id ?? 0);
    void opened.then(() => chromium.send(toChromium(leaveSchemeAlone(text))));
  };
  const answers = new Map<number, () => void>();
  const catchUp = (): Promise<void> =>
    new Promise((resolve) => {
      lastQuestionId += 1;
      answers.set(lastQuestionId, resolve);
      chromium.send(JSON.stringify({ id: lastQuestionId, method: 'Browser.getVersion' }));
    });
  void opened.then(() => catchUps.add(catchUp));
  const end = (): void => {
    catchUps.delete(catchUp);
    for (const resolve of answers.values()) resolve();
  };
  const tellDriver = (text: string): void => driver.send(toApp(text));

  const showIfWindow = async (message: DevToolsMessage): Promise<void> => {
    const { sessionId = '', targetInfo } = message.params ?? {};
    if (targetInfo === undefined) return;
    if (targetInfo.type !== 'page' || !(await isWindow(targetInfo.targetId))) {
      hidden.add(sessionId);
      return;
    }
    if (targetInfo.url === 'about:blank') targetInfo.url = '';
    tellDriver(JSON.stringify(message));
  };
  chromium.addEventListener('message', ({ data }) => {
    const text = String(data);
    if (answers.size > 0) {
      const id = Number(/^\{"id":(\d+)/.exec(text)?.[1]);
      const resolve = answers.get(id);
      if (answers.delete(id)) return resolve?.();
    }
    if (text.includes('"method":"Target.attachedToTarget"')) {
      const message = JSON.parse(text) as DevToolsMessage;
      // Frames and workers of a page come in that page's session and pass.
      if (message.sessionId === undefined) return void showIfWindow(message);
    }
    if (treesAsked.size > 0 && text.includes('"frameTree"')) {
      const message = JSON.parse(text) as DevToolsMessage;
      if (treesAsked.delete(message.id ?? 0)) {
        const frame = message.result?.frameTree?.frame;
        if (frame?.url === 'about:blank') frame.url = '';
        return tellDriver(JSON.stringify(message));
      }
    }
    if (hidden.size > 0 && [...hidden].some((sessionId) => text.includes(sessionId))) return undefined;
    return tellDriver(text);
  });
  chromium.addEventListener('close', () => {
    end();
    driver.close();
  });
  driver.onClose = () => {
    end();
    chromium.close();
  };
}
