import { join } from 'node:path';
import { buildWhenStale } from '../../scripts/starting/build-when-stale.mjs';
import { noApp } from '../../test/support/e2e/with-app.ts';

const root = join(import.meta.dirname, '..', '..');

/** Brings the bundle up to date. @returns why the desktop app cannot be measured here; `null`: it can. */
export function appOrReason(): string | null {
  if (noApp !== false) return noApp;
  return buildWhenStale(root) ? null : 'the desktop app could not be bundled';
}
