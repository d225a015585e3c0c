import assert from 'node:assert/strict';
import { decodeFaultFile } from '../../../src-demo-bank/start-demo-bank.ts';
import type { FaultFile } from '../../../src-demo-bank/faults/fault-schema.ts';

/** A fault file with these faults, decoded the way a file on disk is. */
export function faultsOf(...faults: readonly unknown[]): FaultFile {
  const decoded = decodeFaultFile({ faults });
  assert.ok(decoded.ok, decoded.ok ? '' : decoded.problem);
  return decoded.value;
}
