import { parentPort, workerData } from 'node:worker_threads';
import { assertNever } from '#shared/assert-never.ts';
import {
  demoBankThreadSchema,
  type FromDemoBank,
  type ToDemoBank,
  toDemoBankSchema,
} from '#shared/demo-bank-thread.ts';
import type { FaultFile } from './faults/fault-schema.ts';
import { decodeFaultFile, type DemoBank, startDemoBank } from './start-demo-bank.ts';

/**
 * The demo bank in a thread of its own: a bank that makes pages of thousands of rows in the app's main thread would hold
 * up the window's, as no real bank does. Started by src-main/connect/demo-bank-thread.ts.
 */
const say = (message: FromDemoBank): void => parentPort?.postMessage(message);

const faultsOf = (file: unknown): FaultFile => {
  const decoded = decodeFaultFile(file);
  if (!decoded.ok) throw new Error(decoded.problem);
  return decoded.value;
};

const start = async (): Promise<DemoBank> => {
  const { faults, clockOffsetMs, ...options } = demoBankThreadSchema.parse(workerData);
  return startDemoBank({
    ...options,
    nowMs: () => Date.now() + clockOffsetMs,
    ...(faults === undefined ? {} : { faults: faultsOf(faults) }),
  });
};

/** @returns secrets, where they were asked for. */
async function obey({ control, close }: DemoBank, wish: ToDemoBank): Promise<readonly string[]> {
  switch (wish.kind) {
    case 'issued-secrets':
      return control.issuedSecrets();
    case 'set-faults':
      control.setFaults(faultsOf(wish.file));
      return [];
    case 'expire-access-tokens':
      control.expireAccessTokens();
      return [];
    case 'revoke-consent':
      control.revokeConsent();
      return [];
    case 'pass-evening':
      control.passEvening(wish.atMs);
      return [];
    case 'close':
      await close();
      return [];
    default:
      return assertNever(wish);
  }
}

const answer = async (bank: DemoBank, wish: ToDemoBank): Promise<void> => {
  try {
    say({ kind: 'done', id: wish.id, secrets: await obey(bank, wish) });
  } catch (error) {
    say({ kind: 'refused', id: wish.id, message: error instanceof Error ? error.message : String(error) });
  }
  if (wish.kind === 'close') parentPort?.close();
};

try {
  const bank = await start();
  parentPort?.on('message', (message) => void answer(bank, toDemoBankSchema.parse(message)));
  const { authUrl, apiUrl, clientId, clientSecret, redirectUri } = bank;
  say({ kind: 'up', authUrl, apiUrl, clientId, clientSecret, redirectUri });
} catch (error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  say({ kind: 'down', code, message: error instanceof Error ? error.message : String(error) });
}
