import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder whose `include/node` has Node's own headers, or null. node-gyp would download them otherwise, which
 * fails where only a package registry can be reached. keytar speaks Node-API, so headers of any Node serve.
 */
export function nodeHeadersFolder() {
  const prefixes = [dirname(dirname(realpathSync(process.execPath))), '/usr', '/usr/local'];
  return prefixes.find((prefix) => existsSync(join(prefix, 'include', 'node', 'node_api.h'))) ?? null;
}
