import { schemeOf, toChromium } from '../net/origin-mapping.ts';
import { runtime } from '../runtime.ts';
import type { WebContents } from '../window/web-contents.ts';
import { sessionRules } from './session.ts';

/** Electron's permission names with what Chromium's DevTools call them. */
const chromiumNames: Readonly<Record<string, readonly string[]>> = {
  notifications: ['notifications'],
  geolocation: ['geolocation'],
  media: ['camera', 'microphone'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  midi: ['midi'],
  'storage-access': ['storage-access'],
  'idle-detection': ['idle-detection'],
  'window-management': ['window-management'],
  'display-capture': ['display-capture'],
};

const isWebOrigin = (url: string): boolean => ['http', 'https'].includes(schemeOf(toChromium(url)));

async function set(url: string, permission: string, granted: boolean): Promise<void> {
  if (!isWebOrigin(url)) return;
  const { origin } = new URL(toChromium(url));
  for (const name of chromiumNames[permission] ?? []) {
    await runtime()
      .cdp.browser.send('Browser.setPermission', {
        permission: { name },
        setting: granted ? 'granted' : 'denied',
        origin,
      })
      .catch(() => undefined);
  }
}

/**
 * Before a document is loaded: what the page reads without asking (`Notification.permission`) is what the check handler
 * says. Without handlers Electron grants everything.
 */
export async function preparePermissions(url: string, contents: WebContents): Promise<void> {
  if (!isWebOrigin(url)) return;
  const check = sessionRules.permissionCheck();
  const origin = `${/^[^:]+:\/\/[^/]*/.exec(url)?.[0] ?? url}/`;
  const details = { requestingUrl: url, isMainFrame: true, securityOrigin: origin };
  await Promise.all(
    Object.keys(chromiumNames).map((permission) => {
      const granted =
        check === null
          ? sessionRules.permissionRequest() === null
          : check(contents, permission, origin, details);
      return set(url, permission, granted);
    }),
  );
}

/** The page asks: the app's handler decides, and Chromium is told before the page goes on. */
export async function askPermission(
  contents: WebContents,
  permission: string,
  details: { readonly requestingUrl: string },
): Promise<boolean> {
  const handler = sessionRules.permissionRequest();
  const granted =
    handler === null ||
    (await new Promise<boolean>((resolve) => handler(contents, permission, resolve, details)));
  await set(details.requestingUrl, permission, granted);
  return granted;
}
