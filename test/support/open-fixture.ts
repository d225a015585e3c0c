import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { launchApp, type LaunchedApp } from './launch-app.ts';

/** The fixture app, running, with its first window. Who opens closes. */
export interface OpenFixture extends LaunchedApp {
  readonly page: Page;
  readonly profile: string;
  /** What the app's main process has seen since it started, in order. */
  readonly seen: () => Promise<readonly string[]>;
  /** Until main has seen a line with this in it. */
  readonly until: (part: string) => Promise<string>;
}

/** The folder of the app that the stand-in's own tests drive. They say the same of real Electron where it is. */
export const fixtureAppFolder = join(import.meta.dirname, '..', 'integration', 'stand-in', 'fixture-app');

interface FixtureGlobal {
  readonly fixture: { readonly seen: string[] };
}

/** Starts the fixture app. `env`: `FIXTURE_GUARDED: '1'` and the like, see its main.js. */
export async function openFixture(env: Readonly<Record<string, string>>): Promise<OpenFixture> {
  const profile = mkdtempSync(join(tmpdir(), 'passbook-fixture-'));
  const launched = await launchApp({ profile, env, appDir: fixtureAppFolder });
  const page = await launched.firstWindow();
  return {
    ...launched,
    page,
    profile,
    seen: () => launched.electronApp.evaluate(() => (globalThis as unknown as FixtureGlobal).fixture.seen),
    until: (part) =>
      launched.electronApp.evaluate(async (_electron, wanted) => {
        const { seen } = (globalThis as unknown as FixtureGlobal).fixture;
        for (let turns = 0; turns < 500; turns++) {
          const found = seen.find((line) => line.includes(wanted));
          if (found !== undefined) return found;
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        throw new Error(`main has not seen "${wanted}", only:\n${seen.join('\n')}`);
      }, part),
    close: async () => {
      await launched.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
