import { refusing } from '../refuse-missing.ts';
import { mapScheme } from './origin-mapping.ts';

/** `protocol.handle`'s second argument. */
export type SchemeHandler = (request: Request) => Response | Promise<Response>;
/** One entry of `registerSchemesAsPrivileged`. */
export interface CustomScheme {
  readonly scheme: string;
  readonly privileges?: Readonly<Record<string, boolean>>;
}

const handlers = new Map<string, SchemeHandler>();
const registered = new Map<string, Readonly<Record<string, boolean>>>();
const builtIn = new Set([
  'http',
  'https',
  'file',
  'data',
  'blob',
  'about',
  'javascript',
  'ws',
  'wss',
  'chrome',
  'devtools',
]);
let called = false;
let ready = false;

/** From now on it is too late to register schemes. */
export const closeSchemeRegistration = (): void => {
  ready = true;
};

/** Who answers for `scheme`; `null`: nobody. */
export const schemeHandler = (scheme: string): SchemeHandler | null => handlers.get(scheme) ?? null;

/** Whether the scheme is the app's own, handled or not: it then reaches no network. */
export const isAppScheme = (scheme: string): boolean => registered.has(scheme);

/** Whether pages may `fetch` from the scheme. */
export const mayFetch = (scheme: string): boolean => registered.get(scheme)?.['supportFetchAPI'] === true;

/** Electron's `protocol`, for standard and secure schemes: those Chromium can be shown as `https`. */
export const protocol = refusing('protocol', {
  registerSchemesAsPrivileged(customSchemes: readonly CustomScheme[]): void {
    if (ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    if (called) throw new Error('protocol.registerSchemesAsPrivileged may be called once');
    called = true;
    for (const { scheme, privileges = {} } of customSchemes) {
      if (privileges['standard'] !== true || privileges['secure'] !== true)
        throw new Error(`the stand-in has only standard and secure schemes, ${scheme} is not`);
      if (privileges['bypassCSP'] === true)
        throw new Error(`the stand-in has no bypassCSP, asked for ${scheme}`);
      registered.set(scheme.toLowerCase(), privileges);
      mapScheme(scheme.toLowerCase());
    }
  },
  handle(scheme: string, handler: SchemeHandler): void {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    if (builtIn.has(scheme))
      throw new Error(`the stand-in does not intercept ${scheme}: add it to test/support/electron-stand-in`);
    if (!registered.has(scheme))
      throw new Error(`the stand-in handles privileged schemes only, ${scheme} was not registered`);
    if (!ready) throw new Error('protocol.handle is of a session, and there is none before app is ready');
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  },
  isProtocolHandled: (scheme: string): boolean => builtIn.has(scheme) || handlers.has(scheme),
});
