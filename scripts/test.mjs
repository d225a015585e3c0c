// `npm test`: every test. `npm test -- unit identity` runs a group, or the files whose path holds a word.
import { fileURLToPath } from 'node:url';
import { runOnPinnedNode } from './pinned-node.mjs';

// Hundreds of processes are started, most with the same code: compiled once, kept for all.
process.env.NODE_COMPILE_CACHE ||= fileURLToPath(
  new URL('../node_modules/.cache/passbook-code', import.meta.url),
);

const main = fileURLToPath(new URL('testing/main.ts', import.meta.url));
await runOnPinnedNode(main, process.argv.slice(2));
