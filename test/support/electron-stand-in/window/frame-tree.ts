import type { CdpSession } from '../chromium/cdp-connection.ts';
import { isolatedWorldName } from '../page/page-scripts.ts';
import { WebFrameMain } from './web-frame.ts';

/** The frames of a page and the isolated world of its main frame, kept up to date. */
export interface FrameTree {
  readonly main: () => WebFrameMain | null;
  readonly byId: (frameId: string) => WebFrameMain | null;
  /** The live isolated context of the main frame; `null` while a document is being replaced. */
  readonly isolatedContext: () => number | null;
  readonly frameOfContext: (contextId: number) => WebFrameMain | null;
}

/** Follows a page's session from before its first document. */
export function followFrames(session: CdpSession, targetId: string): FrameTree {
  const main = new WebFrameMain(session, targetId, null);
  const frames = new Map<string, WebFrameMain>([[targetId, main]]);
  const contexts = new Map<number, { readonly frame: WebFrameMain; readonly isolated: boolean }>();

  const attach = (frameId: string, parentId: string | undefined): WebFrameMain => {
    const known = frames.get(frameId);
    if (known !== undefined) return known;
    const parent = frames.get(parentId ?? '') ?? main;
    const frame = new WebFrameMain(session, frameId, parent);
    parent.frames.push(frame);
    frames.set(frameId, frame);
    return frame;
  };
  session.on('Page.frameAttached', ({ frameId, parentFrameId }) => void attach(frameId, parentFrameId));
  session.on('Page.frameNavigated', ({ frame }) => {
    const known = attach(frame.id, frame.parentId);
    known.name = frame.name ?? '';
    known.show(frame.url + (frame.urlFragment ?? ''), frame.securityOrigin);
  });
  session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    const known = frames.get(frameId);
    if (known !== undefined) known.show(url, known.origin);
  });
  session.on('Page.frameDetached', ({ frameId, reason }) => {
    const known = frames.get(frameId);
    if (known === undefined || reason === 'swap') return;
    known.detached = true;
    frames.delete(frameId);
    const siblings = known.parent?.frames ?? [];
    siblings.splice(siblings.indexOf(known), 1);
  });
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const { frameId } = (context.auxData ?? {}) as { readonly frameId?: string };
    const frame = frames.get(frameId ?? '');
    if (frame !== undefined)
      contexts.set(context.id, { frame, isolated: context.name === isolatedWorldName });
  });
  session.on(
    'Runtime.executionContextDestroyed',
    ({ executionContextId }) => void contexts.delete(executionContextId),
  );
  session.on('Runtime.executionContextsCleared', () => contexts.clear());

  return {
    main: () => (main.detached ? null : main),
    byId: (frameId) => frames.get(frameId) ?? null,
    isolatedContext: () =>
      [...contexts].findLast(([, { frame, isolated }]) => isolated && frame === main)?.[0] ?? null,
    frameOfContext: (contextId) => contexts.get(contextId)?.frame ?? null,
  };
}
