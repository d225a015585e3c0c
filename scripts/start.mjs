// `npm start`: the desktop app; where Electron cannot run, one sentence saying why, and the main job in the terminal.
import { fileURLToPath } from 'node:url';
import { runOnPinnedNode } from './pinned-node.mjs';

const main = fileURLToPath(new URL('starting/main.mjs', import.meta.url));
await runOnPinnedNode(main, process.argv.slice(2));
