import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger } from '../../src-worker/ledger/open-ledger.ts';

// Makes one ledger after the other, `1.sqlite`, `2.sqlite` ... in the folder of the first argument, until it is
// killed: the blow falls into the making of one. With a second argument, an older ledger, each is a copy of that one,
// to be brought up to date.
// Should nobody come to kill it, it does not fill the disk.
const most = 1000;
const [folder = '', older] = process.argv.slice(2);
process.stdout.write('{"type":"ready"}\n');
for (let number = 1; number <= most; number += 1) {
  const ledgerPath = join(folder, `${String(number)}.sqlite`);
  if (older !== undefined) copyFileSync(older, ledgerPath);
  const opened = openLedger(ledgerPath, '2026-01-20T10:00:00.000Z');
  if (!opened.ok) throw new Error(opened.failure.kind);
  opened.value.close();
}
