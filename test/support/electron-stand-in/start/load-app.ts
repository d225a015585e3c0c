import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AppFacts } from '../app/app-identity.ts';

interface Manifest {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
}

/** The app as its folder describes it, with the file to begin with. */
export function findApp(path: string): { readonly facts: AppFacts; readonly main: string } {
  const isFolder = statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const manifest = isFolder ? readManifest(folder) : {};
  const facts = {
    name: manifest.productName ?? manifest.name ?? 'Electron',
    version: manifest.version ?? '0.0.0',
    path: folder,
  };
  return { facts, main: isFolder ? join(folder, manifest.main ?? 'index.js') : path };
}

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** `-r FILE`s, then the app itself. Resolves when it has been evaluated, top-level awaits included. */
export async function loadApp(main: string, preloadModules: readonly string[]): Promise<void> {
  const require = createRequire(main);
  for (const module of preloadModules) require(module);
  await import(pathToFileURL(main).href);
}
