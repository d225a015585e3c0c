import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Ledger, openLedger } from '../../../src-worker/ledger/open-ledger.ts';

/** Makes ledgers for one life each: empty, of the present schema. */
export interface LifeLedgers {
  readonly open: () => Ledger;
  readonly close: () => void;
}

/** Migrates once and hands out copies, in a folder that goes with `close`. */
export function createLifeLedgers(): LifeLedgers {
  const folder = mkdtempSync(path.join(tmpdir(), 'passbook-lives-'));
  const template = path.join(folder, 'template.sqlite');
  mustOpen(template).close();
  let made = 0;
  return {
    open: () => {
      const file = path.join(folder, `life-${String((made += 1))}.sqlite`);
      copyFileSync(template, file);
      const ledger = mustOpen(file);
      // Nobody pulls the plug on a test: waiting for the disk would be half of a life.
      ledger.db.pragma('synchronous = OFF');
      return {
        ...ledger,
        close: () => {
          ledger.close();
          rmSync(file, { force: true });
        },
      };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function mustOpen(file: string): Ledger {
  const opened = openLedger(file, '2026-01-01T00:00:00.000Z');
  if (!opened.ok) throw new Error(opened.failure.kind);
  return opened.value;
}
