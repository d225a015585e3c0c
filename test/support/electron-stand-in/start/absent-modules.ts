import { refusing } from '../refuse-missing.ts';

/** Everything of Electron's main process (electron.d.ts, CrossProcessExports) that this project has had no need of. */
const names = [
  'autoUpdater',
  'BaseWindow',
  'BrowserView',
  'contentTracing',
  'desktopCapturer',
  'globalShortcut',
  'ImageView',
  'inAppPurchase',
  'MessageChannelMain',
  'netLog',
  'powerSaveBlocker',
  'pushNotifications',
  'safeStorage',
  'ShareMenu',
  'sharedTexture',
  'TouchBar',
  'utilityProcess',
  'View',
  'WebContentsView',
  'webFrameMain',
];

/** Objects that can be imported by name, and throw at the first use. */
export const absentModules: Readonly<Record<string, unknown>> = Object.fromEntries(
  names.map((name) => [
    name,
    refusing(name, function () {
      throw new Error(`the stand-in has no ${name}: add it to test/support/electron-stand-in`);
    }),
  ]),
);
