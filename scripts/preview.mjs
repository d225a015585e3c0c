// `npm run preview`: the app's window in an installed Chromium, where Electron itself cannot run. No tray, no sandbox
// of Electron's: for looking, not for living in. Further arguments go to the app.
import { fileURLToPath } from 'node:url';
import { runOnPinnedNode } from './pinned-node.mjs';

const main = fileURLToPath(new URL('previewing/main.mjs', import.meta.url));
await runOnPinnedNode(main, process.argv.slice(2));
