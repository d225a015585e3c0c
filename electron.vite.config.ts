import { join } from 'node:path';
import { defineConfig } from 'electron-vite';
import rendererConfig from './renderer.vite.config.ts';

const root = import.meta.dirname;
const from = (path: string): string => join(root, path);

/**
 * How the desktop app is bundled. Every entry is named, because our folders are not electron-vite's default ones.
 * Native packages stay outside the bundles: they are loaded from node_modules at run time.
 */
export default defineConfig({
  main: {
    build: {
      outDir: from('out/main'),
      // The worker is a bundle of its own beside main: piscina starts it by its path.
      rolldownOptions: {
        // An optional dependency is not external by itself; its native part must stay where it was built.
        external: ['keytar'],
        input: {
          main: from('src-main/index.ts'),
          worker: from('src-worker/tasks/worker.ts'),
          // Loaded only when somebody opens the demo bank.
          'demo-bank': from('src-demo-bank/start-demo-bank.ts'),
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
