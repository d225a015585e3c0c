import type { CdpSession } from '../chromium/cdp-connection.ts';
import { toApp } from '../net/origin-mapping.ts';
import type { FromDoor } from '../page/page-doors.ts';
import { doorNames } from '../page/page-scripts.ts';
import { askPermission } from '../session/permission-desk.ts';
import type { FrameTree } from './frame-tree.ts';
import type { PageHost } from './page-host.ts';
import type { WebContents } from './web-contents.ts';

/** Answers what the page's own world asks through `pageDoors`, and what it opens by links, forms and keys. */
export function serveDoors(
  session: CdpSession,
  contents: WebContents,
  frames: FrameTree,
  host: PageHost,
): void {
  session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
    contents.askToOpen(toApp(url), windowName, windowFeatures.join(','), 'foreground-tab');
  });
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== doorNames.binding) return;
    const asked = JSON.parse(payload) as FromDoor;
    const frame = frames.frameOfContext(executionContextId);
    if (asked.kind === 'open')
      contents.askToOpen(toApp(asked.url), asked.frameName, asked.features, 'new-window');
    else if (asked.kind === 'close') {
      if (frame?.parent === null) host.destroy();
    } else {
      const details = {
        requestingUrl: frame?.url ?? '',
        isMainFrame: frame?.parent === null,
        ...(asked.mediaTypes === undefined
          ? {}
          : { mediaTypes: asked.mediaTypes, securityOrigin: frame?.origin }),
      };
      void askPermission(contents, asked.permission, details).then((granted) => {
        const detail = JSON.stringify({ id: asked.id, granted });
        const expression = `window.dispatchEvent(new CustomEvent('${doorNames.reply}', { detail: ${detail} }))`;
        session
          .send('Runtime.evaluate', { expression, contextId: executionContextId })
          .catch(() => undefined);
      });
    }
  });
}
