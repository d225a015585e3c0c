// `npm test`: every test. `npm test -- unit identity` runs a group, or the files whose path holds a word.
import { fileURLToPath } from 'node:url';
import { runOnPinnedNode } from './pinned-node.mjs';

const main = fileURLToPath(new URL('testing/main.ts', import.meta.url));
await runOnPinnedNode(main, process.argv.slice(2));
