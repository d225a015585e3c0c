import { createInterface } from 'node:readline';
import { createAccessTokens } from '../../src-main/auth/access-tokens.ts';
import { connectionSchema } from '#shared/connection.ts';
import { createFileTokenStore } from './file-token-store.ts';
import { realClock } from './real-clock.ts';

// A process of its own for test/integration/auth/two-processes.test.ts. Arguments: the connection as JSON, the file
// of the shared store, the lock folder. Each line on stdin is a refused token, or empty for the current one; each
// line on stdout is the result. Ends with its stdin, without tidying up, as a program that is killed does.
const [connectionJson = '', storePath = '', lockFolder = ''] = process.argv.slice(2);
const connection = connectionSchema.parse(JSON.parse(connectionJson));
const store = createFileTokenStore(storePath);
const tokens = createAccessTokens({ store, fetch, clock: realClock, lockFolder });

for await (const line of createInterface({ input: process.stdin })) {
  const result = line === '' ? await tokens.current(connection) : await tokens.renewed(connection, line);
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
