/** Names of the binding out of the page's own world and of the event back. */
export interface DoorNames {
  readonly binding: string;
  readonly reply: string;
}

/** What the page's own world asks main: the parts of Electron that Chromium's DevTools cannot intercept. */
export type FromDoor =
  | {
      readonly kind: 'permission';
      readonly id: number;
      readonly permission: string;
      readonly mediaTypes?: readonly string[];
    }
  | { readonly kind: 'open'; readonly url: string; readonly frameName: string; readonly features: string }
  | { readonly kind: 'close' };

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/**
 * Runs as text in the page's own world, in every frame, before the page's scripts. `window.open` and `window.close`
 * go to main; what needs a permission asks main first and then goes on to Chromium's own answer, which main has set.
 */
export function pageDoors(names: DoorNames): void {
  const { apply } = Reflect;
  const page = globalThis as unknown as Record<string, unknown> & { location: { href: string } };
  const post = page[names.binding] as ((text: string) => void) | undefined;
  Reflect.deleteProperty(globalThis, names.binding);
  if (post === undefined) return;
  const { stringify } = JSON;
  const listen = (page['addEventListener'] as AnyFunction).bind(globalThis);
  const PromiseHere = Promise;
  const UrlHere = URL;
  const Exception = DOMException;
  const waiting: Record<number, (granted: boolean) => void> = Object.create(null) as never;
  let lastId = 0;

  listen(names.reply, ({ detail }: { detail: { readonly id: number; readonly granted: boolean } }) => {
    waiting[detail.id]?.(detail.granted);
    delete waiting[detail.id];
  });

  const asked = (permission: string, more: object = {}): Promise<boolean> =>
    new PromiseHere((resolve) => {
      const id = ++lastId;
      waiting[id] = resolve;
      post(stringify({ kind: 'permission', id, permission, ...more }));
    });

  function replace(holder: unknown, name: string, make: (native: AnyFunction) => AnyFunction): void {
    if (typeof holder !== 'object' && typeof holder !== 'function') return;
    if (holder === null) return;
    const native = Reflect.get(holder, name) as unknown;
    if (typeof native !== 'function') return;
    const made = make(native as AnyFunction);
    Object.defineProperty(made, 'name', { value: name });
    Object.defineProperty(holder, name, {
      value: made,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }

  /** Asks main, then calls the browser's own function, whose answer is by then what main decided. */
  const afterAsking =
    (permission: string) =>
    (native: AnyFunction): AnyFunction =>
      async function (this: unknown, ...args) {
        await asked(permission);
        return apply(native, this, args);
      };
  const prototypeOf = (name: string): unknown =>
    typeof page[name] === 'function' ? Reflect.get(page[name], 'prototype') : undefined;

  replace(
    globalThis,
    'open',
    () =>
      function (url = '', frameName = '', features = '') {
        const target = url === '' ? 'about:blank' : new UrlHere(String(url), page.location.href).href;
        post(
          stringify({ kind: 'open', url: target, frameName: String(frameName), features: String(features) }),
        );
        return null;
      },
  );
  replace(
    globalThis,
    'close',
    () =>
      function () {
        post(stringify({ kind: 'close' }));
      },
  );
  replace(page['Notification'], 'requestPermission', afterAsking('notifications'));
  const geolocation = (native: AnyFunction): AnyFunction =>
    function (this: unknown, ...args) {
      void asked('geolocation').then(() => apply(native, this, args));
      return 0;
    };
  replace(prototypeOf('Geolocation'), 'getCurrentPosition', geolocation);
  replace(prototypeOf('Geolocation'), 'watchPosition', geolocation);
  replace(
    prototypeOf('MediaDevices'),
    'getUserMedia',
    (native) =>
      async function (this: unknown, ...args) {
        const wanted = (args[0] ?? {}) as { audio?: unknown; video?: unknown };
        const mediaTypes = [...(wanted.audio ? ['audio'] : []), ...(wanted.video ? ['video'] : [])];
        if (!(await asked('media', { mediaTypes })))
          throw new Exception('Permission denied', 'NotAllowedError');
        return apply(native, this, args);
      },
  );
  replace(prototypeOf('Clipboard'), 'readText', afterAsking('clipboard-read'));
  replace(prototypeOf('Clipboard'), 'read', afterAsking('clipboard-read'));
  replace(prototypeOf('Clipboard'), 'writeText', afterAsking('clipboard-sanitized-write'));
  replace(prototypeOf('Clipboard'), 'write', afterAsking('clipboard-sanitized-write'));
  replace(prototypeOf('Navigator'), 'requestMIDIAccess', afterAsking('midi'));
  replace(prototypeOf('Document'), 'requestStorageAccess', afterAsking('storage-access'));
  replace(page['IdleDetector'], 'requestPermission', afterAsking('idle-detection'));
  replace(globalThis, 'getScreenDetails', afterAsking('window-management'));
  /** Chromium's own answer cannot be set for these. */
  const onlyIfGranted =
    (permission: string) =>
    (native: AnyFunction): AnyFunction =>
      async function (this: unknown, ...args) {
        if (!(await asked(permission))) throw new TypeError('Permissions check failed');
        return apply(native, this, args);
      };
  replace(prototypeOf('MediaDevices'), 'getDisplayMedia', onlyIfGranted('display-capture'));
  replace(prototypeOf('Keyboard'), 'lock', onlyIfGranted('keyboardLock'));
  replace(prototypeOf('Element'), 'requestFullscreen', onlyIfGranted('fullscreen'));
  replace(prototypeOf('Element'), 'requestPointerLock', onlyIfGranted('pointerLock'));
}
