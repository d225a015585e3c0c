import type { PreloadProcess } from '../page/isolated-world.ts';

/** What a sandboxed preload may know of the process. `env`: sandboxed preloads see it in Electron too. */
export const preloadFacts = (additionalArguments: readonly string[]): PreloadProcess => ({
  platform: process.platform,
  arch: process.arch,
  versions: { ...process.versions },
  argv: [process.execPath, ...additionalArguments],
  env: { ...process.env },
});
