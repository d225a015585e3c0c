// `npm run check`: format, lint, types, dead exports, unit and architecture tests.
import { fileURLToPath } from 'node:url';
import { runOnPinnedNode } from './pinned-node.mjs';

const main = fileURLToPath(new URL('checking/main.ts', import.meta.url));
await runOnPinnedNode(main, process.argv.slice(2));
