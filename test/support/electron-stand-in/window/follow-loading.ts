import { driversCaughtUp } from '../chromium/devtools-door.ts';
import type { CdpSession } from '../chromium/cdp-connection.ts';
import { toApp } from '../net/origin-mapping.ts';
import type { PageHost } from './page-host.ts';
import type { WebContents } from './web-contents.ts';

/** How a page's loading goes on. */
export interface Loading {
  /** Settles with the load that follows: rejects with Electron's words when it fails. `url`: what was asked for. */
  readonly next: (url: string) => Promise<void>;
  readonly isCrashed: () => boolean;
}

/** Turns Chromium's loading events into Electron's, for the main frame. */
export function followLoading(
  session: CdpSession,
  contents: WebContents,
  host: PageHost,
  targetId: string,
): Loading {
  let waiting: { url: string; resolve: () => void; reject: (reason: Error) => void } | null = null;
  let failure: string | null = null;
  let mainRequest = '';
  let shown = false;
  let crashed = false;

  const end = async (): Promise<void> => {
    const waiter = waiting;
    const failed = failure;
    waiting = null;
    failure = null;
    await driversCaughtUp();
    if (failed === null) contents.tell('did-finish-load', {});
    contents.tell('did-stop-loading', {});
    if (failed === null) return waiter?.resolve();
    waiter?.reject(
      Object.assign(new Error(`${failed} loading '${waiter.url}'`), { code: failed, url: waiter.url }),
    );
  };
  session.on('Network.requestWillBeSent', ({ requestId, type, frameId }) => {
    if (type === 'Document' && frameId === targetId) mainRequest = requestId;
  });
  session.on('Network.loadingFailed', ({ requestId, errorText }) => {
    if (requestId !== mainRequest) return;
    const code = errorText.replace('net::', '');
    contents.tell('did-fail-load', {}, -2, code, contents.getURL(), true);
    failure = code;
    // An aborted load leaves the old document: no more events come.
    if (code === 'ERR_ABORTED') void end();
  });
  session.on('Page.frameStartedLoading', ({ frameId }) => {
    if (frameId === targetId) contents.tell('did-start-loading', {});
  });
  session.on('Page.frameNavigated', ({ frame }) => {
    if (frame.id === targetId) contents.tell('did-navigate', {}, toApp(frame.url), 200, 'OK');
  });
  session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    contents.tell('did-navigate-in-page', {}, toApp(url), frameId === targetId);
  });
  session.on('Page.domContentEventFired', () => void contents.tell('dom-ready', {}));
  session.on('Page.lifecycleEvent', ({ frameId, name }) => {
    if (frameId !== targetId || shown || (name !== 'firstPaint' && name !== 'load')) return;
    shown = true;
    host.readyToShow();
  });
  session.on('Page.loadEventFired', () => void end());
  session.on('Inspector.targetCrashed', () => {
    crashed = true;
    contents.tell('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  });
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    const message = args.map(({ value, description }) => String(value ?? description ?? '')).join(' ');
    const level = type === 'error' ? 'error' : type === 'warning' ? 'warning' : 'info';
    contents.tell('console-message', { message, level, lineNumber: 0, sourceId: '' });
  });
  const askTitle = (): void => {
    session
      .send('Runtime.evaluate', { expression: 'document.title', returnByValue: true })
      .then(({ result }) => host.setPageTitle(String(result.value ?? '')))
      .catch(() => undefined);
  };
  session.on('Page.loadEventFired', askTitle);
  void session.send('Network.enable');
  void session.send('Inspector.enable');

  return {
    next: (url) =>
      new Promise((resolve, reject) => {
        waiting?.reject(new Error(`ERR_ABORTED (-3) loading '${waiting.url}'`));
        waiting = { url, resolve, reject };
      }),
    isCrashed: () => crashed,
  };
}
