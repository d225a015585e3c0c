import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemoBank, type DemoBank } from '../../../src-demo-bank/start-demo-bank.ts';
import type { DemoBankOptions } from '../../../src-demo-bank/demo-bank-options.ts';
import { freePort } from '../free-port.ts';
import { startPassbook, type PassbookProcess } from './run-passbook.ts';

/** A demo bank in this process and a home folder, for `passbook` processes that know nothing of either. */
export interface BankAtHand {
  readonly bank: DemoBank;
  readonly home: string;
  readonly ledger: string;
  readonly redirectUri: string;
  /** What `connect` needs, and more arguments behind it. */
  readonly connectArgs: (...more: readonly string[]) => readonly string[];
  /** Starts `connect --json`, and says yes at the bank. */
  readonly connect: (...more: readonly string[]) => Promise<PassbookProcess>;
  readonly close: () => Promise<void>;
}

/** @param options of the bank, which approves by itself unless told otherwise */
export async function bankAtHand(options: DemoBankOptions = {}): Promise<BankAtHand> {
  const home = await mkdtemp(join(tmpdir(), 'passbook-terminal-'));
  const redirectUri = `http://localhost:${String(await freePort())}/callback`;
  const bank = await startDemoBank({ autoApprove: true, redirectUris: [redirectUri], ...options });
  const ledger = join(home, 'ledger.sqlite');
  const env = { PASSBOOK_CLIENT_SECRET: bank.clientSecret };
  const connectArgs = (...more: readonly string[]): readonly string[] => [
    'connect',
    '--env=custom',
    `--auth-url=${bank.authUrl}`,
    `--api-url=${bank.apiUrl}`,
    `--client-id=${bank.clientId}`,
    `--redirect-uri=${redirectUri}`,
    `--ledger=${ledger}`,
    '--no-browser',
    ...more,
  ];
  return {
    bank,
    home,
    ledger,
    redirectUri,
    connectArgs,
    connect: async (...more) => {
      const passbook = startPassbook(connectArgs('--json', ...more), { home, env });
      const { url } = await passbook.record('link');
      await fetch(String(url));
      return passbook;
    },
    close: async () => {
      await bank.close();
      await rm(home, { recursive: true });
    },
  };
}
