import { join } from 'node:path';
import { defineConfig } from 'electron-vite';
import rendererConfig from './renderer.vite.config.ts';

const root = import.meta.dirname;
const from = (path: string): string => join(root, path);

/**
 * How the desktop app is bundled. Every entry is named, because our folders are not electron-vite's default ones.
 * Native packages stay outside the bundles: they are loaded from node_modules at run time. The terminal app is bundled
 * beside it, for bin/passbook.mjs to start from where the bundle is fresh.
 */
export default defineConfig({
  main: {
    build: {
      outDir: from('out/main'),
      // A thread that finds its packages in its own file starts in half the time.
      externalizeDeps: false,
      // The worker is a bundle of its own beside main: piscina starts it by its path.
      rolldownOptions: {
        // Native parts must stay where they were built, and piscina starts a file of its own by its path.
        external: ['better-sqlite3', 'keytar', 'piscina'],
        input: {
          main: from('src-main/index.ts'),
          cli: from('src-main/cli.ts'),
          worker: from('src-worker/tasks/worker.ts'),
          // Loaded only when somebody opens the demo bank: by the terminal, and by the app as a thread.
          'demo-bank': from('src-demo-bank/start-demo-bank.ts'),
          'demo-bank-thread': from('src-demo-bank/bank-thread.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: from('out/preload'),
      // A sandboxed preload may require nothing but Electron, so it is one CommonJS file with everything inside.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: from('src-main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: rendererConfig,
});
