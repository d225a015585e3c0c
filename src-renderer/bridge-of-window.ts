import type { Bridge } from '#shared/ipc/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload, or by a test. */
    readonly passbook?: Bridge;
  }
}

/** The one way out of the page. Throws where there is no bridge: the page was opened by something that is not Passbook. */
export function bridgeOfWindow(): Bridge {
  if (window.passbook === undefined)
    throw new Error('This page only works inside Passbook: it has no bridge.');
  return window.passbook;
}
