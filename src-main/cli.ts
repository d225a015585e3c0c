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

/** Where the parts that are loaded by address lie: the sources, or the bundle made of them. */
export interface CodeFiles {
  /** Passbook's package.json. */
  readonly packageFile: URL;
  readonly workerFile: URL;
  readonly demoBankFile: URL;
}

/**
 * The terminal app: puts the real parts together and runs one command line.
 * @param argv the arguments alone, without Node and the script
 * @returns the exit code (design, section 8)
 */
export function main(
  argv: readonly string[],
  { packageFile, workerFile, demoBankFile }: CodeFiles,
): Promise<number> {
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
    // The one place where the app meets the demo bank, and only when asked to: by address, so no code depends on it.
    loadDemoBank: async () => (await import(/* @vite-ignore */ demoBankFile.href)) as DemoBankDoor,
  });
}
