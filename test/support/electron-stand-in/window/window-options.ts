import { isAbsolute } from 'node:path';

/** The `webPreferences` the stand-in keeps to. */
export interface WebPreferences {
  readonly preload?: string;
  readonly additionalArguments?: readonly string[];
}

/** The values that a window of this stand-in always has: Electron's own defaults and the house's rules (design, 9). */
const always: Readonly<Record<string, unknown>> = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  javascript: true,
  images: true,
  navigateOnDragDrop: false,
};

/** Values that change nothing a headless page could show. */
const withoutEffect = new Set([
  'spellcheck',
  'devTools',
  'backgroundThrottling',
  'safeDialogs',
  'enableWebSQL',
  'webgl',
  'disableBlinkFeatures',
  'autoplayPolicy',
  'scrollBounce',
  'defaultEncoding',
  'accessibleTitle',
  'focusOnNavigation',
]);

/** @throws Error on a value the stand-in does not implement: an insecure window must not pass for a secure one. */
export function readWebPreferences(given: Readonly<Record<string, unknown>> = {}): WebPreferences {
  for (const [name, value] of Object.entries(given)) {
    if (name in always) {
      if (value !== always[name])
        throw new Error(
          `the stand-in has no webPreferences.${name}: ${String(value)}, only ${String(always[name])}`,
        );
    } else if (name === 'preload') {
      if (typeof value !== 'string' || !isAbsolute(value))
        throw new Error('preload script must have absolute path');
    } else if (!withoutEffect.has(name) && name !== 'additionalArguments')
      throw new Error(`the stand-in has no webPreferences.${name}: add it to test/support/electron-stand-in`);
  }
  return given;
}
