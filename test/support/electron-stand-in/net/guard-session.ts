import { say } from '../say.ts';
import type { CdpSession } from '../chromium/cdp-connection.ts';
import { runtime } from '../runtime.ts';
import { mainWorldScript } from '../page/page-scripts.ts';
import type { NavigationGuard } from '../window/navigation-guard.ts';
import type { WebContents } from '../window/web-contents.ts';
import { answerRequest } from './answer-request.ts';

/**
 * Puts every request of a page before the app, those of frames and workers with a process of their own included: each
 * of them is a session that waits until it is guarded.
 */
export async function guardSession(
  session: CdpSession,
  contents: WebContents,
  guard: NavigationGuard,
): Promise<void> {
  session.on('Fetch.requestPaused', (paused) => {
    answerRequest(session, contents, guard, paused).catch((error: unknown) => {
      // The page may have gone while the app thought about it.
      if (
        !contents.isDestroyed() &&
        !/Invalid InterceptionId|Session with given id|browser is gone/.test(String(error))
      )
        say('the stand-in could not answer a request:', error);
    });
  });
  session.on('Page.frameRequestedNavigation', ({ url, frameId }) => guard.announce(url, frameId));
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    void guardChild(runtime().cdp.session(sessionId), targetInfo.type, contents, guard);
  });
  await Promise.all([
    session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
    session.send('Fetch.enable', {
      patterns: [
        { urlPattern: '*', requestStage: 'Request' },
        { urlPattern: '*', requestStage: 'Response' },
      ],
    }),
  ]);
}

async function guardChild(
  session: CdpSession,
  type: string,
  contents: WebContents,
  guard: NavigationGuard,
): Promise<void> {
  const maybe = (sent: Promise<unknown>): Promise<unknown> => sent.catch(() => undefined);
  await Promise.all([
    ...(type === 'iframe'
      ? [
          maybe(session.send('Page.enable')),
          maybe(session.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript() })),
        ]
      : []),
    maybe(guardSession(session, contents, guard)),
  ]);
  await maybe(session.send('Runtime.runIfWaitingForDebugger'));
}
