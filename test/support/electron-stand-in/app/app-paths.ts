import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** `app.getPath` and `app.setPath`, with Linux's folders. */
export interface AppPaths {
  readonly get: (name: string) => string;
  readonly set: (name: string, path: string) => void;
  /** Chromium makes this folder before `ready`. */
  readonly makeUserData: () => void;
}

const homeFolders: Readonly<Record<string, string>> = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
  videos: 'Videos',
};

/** `appName`: asked each time, since `app.setName` moves `userData`. */
export function createAppPaths(appName: () => string): AppPaths {
  const set = new Map<string, string>();
  const usual: Readonly<Record<string, () => string>> = {
    home: homedir,
    appData: () => process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'),
    userData: () => join(get('appData'), appName()),
    sessionData: () => get('userData'),
    logs: () => join(get('userData'), 'logs'),
    crashDumps: () => join(get('userData'), 'Crashpad'),
    temp: tmpdir,
    exe: () => process.execPath,
    module: () => process.execPath,
  };
  function get(name: string): string {
    const folder = homeFolders[name];
    const path =
      set.get(name) ?? usual[name]?.() ?? (folder === undefined ? undefined : join(homedir(), folder));
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }
  return {
    get,
    set: (name, path) => {
      if (!isAbsolute(path)) throw new Error('Path must be absolute');
      if (!(name in usual) && !(name in homeFolders)) throw new Error(`Failed to set path`);
      set.set(name, path);
    },
    makeUserData: () => void mkdirSync(get('userData'), { recursive: true }),
  };
}
