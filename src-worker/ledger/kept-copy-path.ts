/** Where a ledger is kept as it was: beside it, as `passbook.sqlite.v3-2026-11-23T10-00-00-000Z.bak`. */
export const keptCopyPath = (ledgerPath: string, version: number, nowIso: string): string =>
  `${ledgerPath}.v${version}-${nowIso.replaceAll(/[:.]/g, '-')}.bak`;
