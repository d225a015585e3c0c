/** For which machines npm installs a package, in package.json's words. */
export interface Platform {
  readonly os: readonly string[];
  readonly cpu: readonly string[];
  readonly libc?: readonly string[];
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];

/**
 * Reads the platform out of a binary package's name: `@oxlint/binding-linux-arm64-musl`, `@x/darwin-arm64`. That is
 * how napi-rs and esbuild name them all. `null` for any other name.
 */
export function platformOf(packageName: string): Platform | null {
  const words = packageName.slice(packageName.indexOf('/') + 1).split('-');
  const at = words.findIndex((word) => systems.includes(word));
  const [os, cpu, abi] = words.slice(at, at + 3);
  if (at === -1 || os === undefined || cpu === undefined) return null;
  const platform = { os: [os], cpu: [cpu] };
  if (os !== 'linux' || abi === undefined) return platform;
  return { ...platform, libc: [abi.startsWith('musl') ? 'musl' : 'glibc'] };
}
