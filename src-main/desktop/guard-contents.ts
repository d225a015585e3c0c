import type { App, WebContents } from 'electron';
import type { LogDoor } from '../log/log-door.ts';

/**
 * Keeps every page there ever is in this app where it was put: no navigation by click, script, frame or redirect, no
 * second window, no webview. `loadURL` from main is the only way to a page, and these events do not fire for it.
 */
export function guardContents(app: App, log: LogDoor): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, log));
}

function guard(contents: WebContents, log: LogDoor): void {
  const refuse = (what: string) => (event: { readonly preventDefault: () => void }) => {
    event.preventDefault();
    // Not where to: an address may hold a secret.
    log.warn('A page tried to leave its place and was kept', { what });
  };
  contents.on('will-navigate', refuse('will-navigate'));
  contents.on('will-frame-navigate', refuse('will-frame-navigate'));
  contents.on('will-redirect', refuse('will-redirect'));
  contents.on('will-attach-webview', refuse('will-attach-webview'));
  // Neither the policy of the page (CSP) nor `webRequest` hears of WebRTC: without this, STUN would carry words out by UDP.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => {
    log.warn('A page tried to open a window and was refused');
    return { action: 'deny' };
  });
}
