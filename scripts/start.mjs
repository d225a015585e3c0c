// `npm start`: the main job, with nothing to fill in. Further arguments go to `passbook demo`.
import { fileURLToPath } from 'node:url';
import { runOnPinnedNode } from './pinned-node.mjs';

// The desktop window starts here once it exists; where Electron cannot run, this stays as the way out.
const passbook = fileURLToPath(new URL('../bin/passbook.mjs', import.meta.url));
await runOnPinnedNode(passbook, ['demo', ...process.argv.slice(2)]);
