import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/**
 * How the window's page is bundled; a file of its own, so that the tests of the page build exactly what the app ships.
 * Paths are relative and nothing is inlined, since the page's policy (CSP) knows 'self' only.
 */
export default defineConfig({
  root: join(root, 'src-renderer'),
  base: './',
  plugins: [react()],
  build: {
    outDir: join(root, 'out', 'renderer'),
    emptyOutDir: true,
    minify: true,
    assetsInlineLimit: 0,
    // Chromium has it; the polyfill would bring a `fetch` into a page that may not use the network.
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { renderer: join(root, 'src-renderer', 'index.html') } },
  },
});
