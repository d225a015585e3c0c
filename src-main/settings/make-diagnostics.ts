import { type Diagnostics, diagnosticsSchema, type LedgerDiagnostics } from '#shared/diagnostics.ts';
import type { AppSettings } from '#shared/ipc/app-settings.ts';

/** What the process knows of itself. */
export interface Surrounding {
  readonly appVersion: string;
  readonly nowIso: string;
  readonly secretsIn: Diagnostics['secretsIn'];
  readonly settings: Partial<AppSettings>;
}

/**
 * A bundle for a bug report, as the text that is shown and saved. Whatever does not fit the schema, in which there is no
 * room for free text, throws: no bundle is better than one with a secret in it.
 */
export function makeDiagnostics(
  { appVersion, nowIso, secretsIn, settings }: Surrounding,
  ledger: LedgerDiagnostics | null,
): string {
  const told = Object.entries(settings).filter(
    ([name, value]) => isTold(name) && (value === null || typeof value === 'number'),
  );
  const bundle = diagnosticsSchema.parse({
    passbook: appVersion,
    node: process.versions.node,
    electron: process.versions['electron'] ?? null,
    platform: process.platform,
    arch: process.arch,
    madeAt: nowIso,
    secretsIn,
    settings: Object.fromEntries(told),
    ledger,
  });
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

const isTold = (name: string): boolean =>
  ['syncWorkers', 'syncEveryHours', 'backUpEveryDays', 'lookBackDays'].includes(name);
