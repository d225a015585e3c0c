import { randomBytes, randomUUID } from 'node:crypto';
import { createAccessTokens } from './auth/access-tokens.ts';
import { authorise } from './auth/authorise.ts';
import { hostTrouble } from './auth/host-trouble.ts';
import { openTokenStore } from './auth/open-token-store.ts';
import { outwardAddress } from './auth/outward-address.ts';
import { revoke } from './auth/revoke.ts';
import { createLedgerThread } from './sync/ledger-thread.ts';
import { createSyncRunner } from './sync/sync-runner.ts';
import type { DemoBankDoor } from './connect/demo-bank-port.ts';
import { freePort } from './connect/free-port.ts';
import { openBrowser } from './terminal/open-browser.ts';
import { processSurroundings } from './terminal/process-surroundings.ts';
import { runTerminal } from './terminal/run-terminal.ts';

const packageFile = new URL('../package.json', import.meta.url);
const workerFile = new URL('../src-worker/tasks/worker.ts', import.meta.url);
const demoBankFile = new URL('../src-demo-bank/start-demo-bank.ts', import.meta.url);

/**
 * The terminal app: puts the real parts together and runs one command line.
 * @param argv the arguments alone, without Node and the script
 * @returns the exit code (design, section 8)
 */
export function main(argv: readonly string[]): Promise<number> {
  return runTerminal(argv, processSurroundings(packageFile), {
    createLedger: () => createLedgerThread({ workerFile }),
    createSyncRunner: (deps) => createSyncRunner({ ...deps, workerFile }),
    openTokenStore: (choice) => openTokenStore(choice),
    createAccessTokens: (deps) => createAccessTokens({ ...deps, fetch }),
    authorise: (deps, request) => authorise({ ...deps, fetch, randomBytes, hostTrouble }, request),
    revoke: (authUrl, accessToken) => revoke(fetch, authUrl, accessToken),
    outwardAddress,
    newId: randomUUID,
    openBrowser: (url) => openBrowser(url, process.platform, process.env),
    visit: async (url) => void (await fetch(url)).body?.cancel(),
    freePort,
    loadDemoBank,
  });
}

/** The one place where the app meets the demo bank, and only when asked to: by address, so no code depends on it. */
async function loadDemoBank(): Promise<DemoBankDoor> {
  const door: unknown = await import(demoBankFile.href);
  return door as DemoBankDoor;
}
