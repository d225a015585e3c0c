import { readFile } from 'node:fs/promises';
import type { CommandContext } from '../command-context.ts';
import type { DemoBankDoor, DemoBankSettings } from '../../connect/demo-bank-port.ts';
import { exitCode } from '../exit-code.ts';
import { refuse, showError } from '../show-failure.ts';

/** As commander reads them; `faults` is a path here. */
export interface DemoBankOptions {
  readonly port?: number;
  readonly seed?: number;
  readonly accounts?: number;
  readonly cards?: number;
  readonly transactions?: number;
  readonly days?: number;
  readonly latencyMs?: number;
  readonly faults?: string;
  readonly autoApprove?: boolean;
}

/**
 * `passbook demo-bank`: runs the bank until it is interrupted, which is its normal end (exit 0). The first line of
 * stdout says how to reach it, as JSON with or without `--json`.
 */
export async function demoBank(context: CommandContext, options: DemoBankOptions): Promise<number> {
  const { parts, screen, surroundings, clock } = context;
  const door = await parts.loadDemoBank();
  const { faults: faultPath, ...rest } = options;
  const faults = faultPath === undefined ? null : await readFaults(door, faultPath);
  if (faults !== null && 'problem' in faults) return refuse(screen, faults.problem);
  const settings: DemoBankSettings = {
    ...rest,
    nowMs: clock.nowMs,
    ...(faults === null ? {} : { faults: faults.faults }),
  };
  const bank = await door.startDemoBank(settings).catch((error: unknown) => portProblem(error, options.port));
  if ('portTaken' in bank) {
    const message = `Port ${String(bank.portTaken)} or the one after it is used by another program: choose another with --port.`;
    showError(screen, { kind: 'port-taken', message, exitCode: exitCode.failed });
    return exitCode.failed;
  }
  const { authUrl, apiUrl, clientId, clientSecret, redirectUri } = bank;
  const interrupted = new Promise<void>((resolve) => surroundings.onInterrupt(resolve));
  surroundings.stdout.write(`${JSON.stringify({ authUrl, apiUrl, clientId, clientSecret, redirectUri })}\n`);
  screen.complain(
    'The demo bank answers now. Ctrl-C ends it. To connect, with its clientSecret in PASSBOOK_CLIENT_SECRET:',
  );
  screen.complain(
    `  passbook connect --env custom --auth-url ${authUrl} --api-url ${apiUrl} --client-id ${clientId} --redirect-uri ${redirectUri}`,
  );
  await interrupted;
  await bank.close();
  return exitCode.ok;
}

function portProblem(error: unknown, port: number | undefined): { readonly portTaken: number } {
  if (port !== undefined && error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return { portTaken: port };
  }
  throw error;
}

async function readFaults(
  door: DemoBankDoor,
  path: string,
): Promise<{ readonly faults: unknown } | { readonly problem: string }> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    return { problem: `The fault file ${path} ${why}.` };
  }
  const decoded = door.decodeFaultFile(content);
  return decoded.ok ? { faults: decoded.value } : { problem: `${path}: ${decoded.problem}` };
}
