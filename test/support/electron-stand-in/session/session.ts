import { createWebRequest } from '../net/web-request.ts';
import { protocol } from '../net/protocol.ts';
import { ApiEmitter, refusing } from '../refuse-missing.ts';
import { runtime } from '../runtime.ts';

/** `setPermissionRequestHandler`'s argument. */
export type PermissionRequestHandler = (
  webContents: object,
  permission: string,
  callback: (granted: boolean) => void,
  details: object,
) => void;
/** `setPermissionCheckHandler`'s argument. */
export type PermissionCheckHandler = (
  webContents: object | null,
  permission: string,
  requestingOrigin: string,
  details: object,
) => boolean;

const webRequest = createWebRequest();
let requestHandler: PermissionRequestHandler | null = null;
let checkHandler: PermissionCheckHandler | null = null;

/** What the app has set, for the desks that keep to it. */
export const sessionRules = {
  beforeRequest: webRequest.beforeRequest,
  headersReceived: webRequest.headersReceived,
  permissionRequest: (): PermissionRequestHandler | null => requestHandler,
  permissionCheck: (): PermissionCheckHandler | null => checkHandler,
};

/** Electron's default `Session`, the only one here. */
export class Session extends ApiEmitter {
  readonly webRequest = webRequest.api;
  readonly protocol = protocol;
  private spellChecker = true;

  setPermissionRequestHandler(handler: PermissionRequestHandler | null): void {
    requestHandler = handler;
  }

  setPermissionCheckHandler(handler: PermissionCheckHandler | null): void {
    checkHandler = handler;
  }

  /** Devices cannot be had here at all: there is nobody to ask. */
  setDevicePermissionHandler(handler: unknown): void {
    void handler;
  }

  /** Remembered for nobody: all that windows ask of a network passes the stand-in's own proxy already. */
  setProxy(config: object): Promise<void> {
    void config;
    return Promise.resolve();
  }

  setDisplayMediaRequestHandler(handler: unknown): void {
    void handler;
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled;
  }

  isSpellCheckerEnabled(): boolean {
    return this.spellChecker;
  }

  setSpellCheckerLanguages(languages: readonly string[]): void {
    void languages;
  }

  async clearStorageData(): Promise<void> {
    const { targetInfos } = await runtime().cdp.browser.send('Target.getTargets');
    const origins = new Set(targetInfos.map(({ url }) => (URL.canParse(url) ? new URL(url).origin : 'null')));
    for (const origin of origins) {
      if (origin !== 'null')
        await runtime()
          .cdp.browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
          .catch(() => undefined);
    }
  }

  async clearCache(): Promise<void> {
    // Every answer of a scheme handler is fetched anew: there is no cache of them.
  }

  isPersistent(): boolean {
    return true;
  }
}

const defaultSession: Session = new Session();

/** Electron's `session`. */
export const session: {
  readonly defaultSession: Session;
  readonly fromPartition: (partition: string) => Session;
} = refusing('session', {
  defaultSession,
  fromPartition: (partition: string) => {
    if (partition === '') return defaultSession;
    throw new Error(`the stand-in has the default session only, not ${partition}`);
  },
});
