import { say } from '../say.ts';
import { existsSync, readFileSync } from 'node:fs';
import type { CdpSession } from '../chromium/cdp-connection.ts';
import { servePageIpc, type PageIpc } from '../ipc/page-ipc.ts';
import { guardSession } from '../net/guard-session.ts';
import { toApp, toChromium } from '../net/origin-mapping.ts';
import {
  doorNames,
  isolatedWorldName,
  isolatedWorldScript,
  mainWorldScript,
  pageNames,
} from '../page/page-scripts.ts';
import { runtime } from '../runtime.ts';
import { preparePermissions } from '../session/permission-desk.ts';
import { followTheme } from '../system/native-theme.ts';
import { followFrames, type FrameTree } from './frame-tree.ts';
import { followLoading } from './follow-loading.ts';
import { NavigationGuard } from './navigation-guard.ts';
import type { PageHost } from './page-host.ts';
import { closePage, createPage } from './page-target.ts';
import { preloadFacts } from './preload-facts.ts';
import { serveDoors } from './serve-doors.ts';
import type { WebContents } from './web-contents.ts';
import type { WebPreferences } from './window-options.ts';

/** A page that is there in Chromium. */
export interface LoadedPage {
  readonly targetId: string;
  readonly session: CdpSession;
  readonly frames: FrameTree;
  readonly ipc: PageIpc;
  readonly whenFirstLoaded: Promise<void>;
  readonly navigate: (url: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly setZoom: (factor: number) => void;
  readonly resize: () => void;
  readonly isCrashed: () => boolean;
  readonly close: () => void;
}

/** Makes the page, equips it while it is paused, then lets it load `url`. */
export async function loadPage(
  url: string,
  contents: WebContents,
  preferences: WebPreferences,
  host: PageHost,
): Promise<LoadedPage> {
  const guard = new NavigationGuard(contents);
  guard.expect(url);
  const target = toChromium(url);
  const { targetId, session } = await createPage(host.size(), () => host.destroy());
  const frames = followFrames(session, targetId);
  guard.follow(frames);
  const loading = followLoading(session, contents, host, targetId);
  const onPreloadError = (message: string): void => {
    say(`Unable to load preload script: ${preferences.preload ?? ''}\n${message}`);
    contents.tell('preload-error', {}, preferences.preload ?? '', new Error(message));
  };
  const ipc = servePageIpc(session, frames, contents, onPreloadError, (input) => {
    contents.tell('before-input-event', {}, input);
    host.keyPressed(input);
  });
  serveDoors(session, contents, frames, host);

  const resize = (): void => {
    // A window that a person sees has its own size.
    if (runtime().headful) return;
    const metrics = { ...host.size(), deviceScaleFactor: 1, mobile: false };
    session.send('Emulation.setDeviceMetricsOverride', metrics).catch(() => undefined);
  };
  resize();
  await Promise.all([
    session.send('Page.enable'),
    session.send('Runtime.enable'),
    session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
    session.send('Runtime.addBinding', { name: pageNames.binding, executionContextName: isolatedWorldName }),
    session.send('Runtime.addBinding', { name: doorNames.binding }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript() }),
    session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: preloadScript(preferences, onPreloadError),
      worldName: isolatedWorldName,
    }),
    guardSession(session, contents, guard),
    followTheme(session),
    preparePermissions(toApp(target), contents),
  ]);
  const whenFirstLoaded = loading.next(url);
  await session.send('Runtime.runIfWaitingForDebugger');
  session.send('Page.navigate', { url: target }).catch(() => undefined);

  return {
    targetId,
    session,
    frames,
    ipc,
    whenFirstLoaded,
    navigate: async (next) => {
      guard.expect(next);
      await preparePermissions(next, contents);
      const loaded = loading.next(next);
      // A failed navigation is told by the loading events as well.
      session.send('Page.navigate', { url: toChromium(next) }).catch(() => undefined);
      await loaded;
    },
    reload: async () => {
      guard.expect(contents.getURL());
      await session.send('Page.reload');
    },
    setZoom: (factor) => {
      const { width, height } = host.size();
      const size = { width: Math.round(width / factor), height: Math.round(height / factor) };
      const metrics = { ...size, deviceScaleFactor: factor, mobile: false };
      session.send('Emulation.setDeviceMetricsOverride', metrics).catch(() => undefined);
    },
    resize,
    isCrashed: loading.isCrashed,
    close: () => closePage(targetId),
  };
}

function preloadScript(
  { preload, additionalArguments }: WebPreferences,
  onError: (message: string) => void,
): string {
  const facts = preloadFacts(additionalArguments ?? []);
  if (preload === undefined) return isolatedWorldScript(null, '', facts);
  try {
    if (!existsSync(preload)) throw new Error(`ENOENT: no such file or directory, open '${preload}'`);
    return isolatedWorldScript(readFileSync(preload, 'utf8'), preload, facts);
  } catch (error) {
    onError(String(error));
    return isolatedWorldScript(null, '', facts);
  }
}
