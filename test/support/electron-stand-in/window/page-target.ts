import type { CdpSession } from '../chromium/cdp-connection.ts';
import { runtime } from '../runtime.ts';

/** A Chromium page, attached before its first document. */
export interface PageTarget {
  readonly targetId: string;
  readonly session: CdpSession;
}

const attached = new Map<string, CdpSession>();
const claims = new Map<string, (session: CdpSession) => void>();
const ours = new Set<string>();
const closed = new Map<string, () => void>();
const settled: (() => void)[] = [];
let creating = 0;

/**
 * Attaches to every new page before it loads anything; a page that nobody of ours made is closed there and then (what
 * Electron asks the app about it is asked by `serveDoors`). Called once.
 */
export async function watchTargets(): Promise<void> {
  const { browser, session } = runtime().cdp;
  const sortOutStrays = (): void => {
    if (creating > 0) return;
    for (const targetId of attached.keys()) {
      if (ours.has(targetId)) continue;
      attached.delete(targetId);
      browser.send('Target.closeTarget', { targetId }).catch(() => undefined);
    }
  };
  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const { targetId, type } = targetInfo;
    if (type !== 'page' && type !== 'service_worker' && type !== 'shared_worker') return;
    attached.set(targetId, session(sessionId));
    claims.get(targetId)?.(session(sessionId));
    sortOutStrays();
  });
  browser.on('Target.targetDestroyed', ({ targetId }) => {
    attached.delete(targetId);
    closed.get(targetId)?.();
    closed.delete(targetId);
  });
  afterCreating = sortOutStrays;
  await browser.send('Target.setDiscoverTargets', { discover: true });
  await browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
  });
}

let afterCreating: () => void = () => undefined;

/** Opens an empty page, paused until its session says `Runtime.runIfWaitingForDebugger`. */
export async function createPage(
  size: { width: number; height: number },
  onClosed: () => void,
): Promise<PageTarget> {
  const { browser } = runtime().cdp;
  creating += 1;
  try {
    const { targetId } = await browser.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      ...size,
    });
    ours.add(targetId);
    closed.set(targetId, onClosed);
    const known = attached.get(targetId);
    const session = known ?? (await new Promise<CdpSession>((resolve) => claims.set(targetId, resolve)));
    return { targetId, session };
  } finally {
    creating -= 1;
    afterCreating();
    for (const resolve of settled.splice(0)) resolve();
  }
}

/** Whether the page belongs to a window; waits while that is being found out. */
export async function isWindowPage(targetId: string): Promise<boolean> {
  if (ours.has(targetId)) return true;
  if (creating === 0) return false;
  await new Promise<void>((resolve) => settled.push(resolve));
  return isWindowPage(targetId);
}

/** Closes the page without asking it. */
export const closePage = (targetId: string): void => {
  runtime()
    .cdp.browser.send('Target.closeTarget', { targetId })
    .catch(() => undefined);
};
