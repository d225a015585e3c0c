import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright';
import { launchApp } from '../../test/support/launch-app.ts';
import { passbookWindow } from '../../test/support/e2e/passbook-window.ts';
import { appOrReason } from '../desktop/app-or-reason.ts';
import { driverWords } from '../desktop/driver-words.ts';
import { memoryOfTree, type TreeMemory } from '../desktop/process-tree.ts';
import { spreadOf } from '../measuring/spread.ts';
import { type Finding, finding, type Section } from '../report/section.ts';
import { megabytes, spreadText } from '../report/words.ts';
import type { SectionAt } from './section-at.ts';

/** Garbage of the start is collected by then, and what was put off until after it is done. */
const settleMs = 2000;
const household = { accounts: 2, cards: 1, transactions: 2000, days: 400, latencyMs: 0 };

interface Started {
  readonly usableMs: number;
  readonly memory: TreeMemory | null;
}

/** What is started: the app's folder (absent: Passbook), the profile, and what shows that one can use it. */
interface Start {
  readonly appDir?: string;
  readonly profile: string;
  readonly usable: (page: Page) => Promise<void>;
}

const shows =
  (heading: string) =>
  (page: Page): Promise<void> =>
    page.getByRole('heading', { name: heading }).waitFor();

/** (h) From nothing to a window one can use, and what that holds in memory, beside an app that is empty. */
export async function measureStart(at: SectionAt): Promise<Section> {
  const title = `(h) Start and memory, ${driverWords()}`;
  const reason = appOrReason();
  if (reason !== null) return { title, findings: [finding('not measured', reason)], data: null };
  const rounds = at.quick ? 1 : 7;
  const profiles = mkdtempSync(join(tmpdir(), 'passbook-bench-start-'));
  const used = join(profiles, 'used');
  const runs: Record<'empty' | 'first' | 'known', Started[]> = { empty: [], first: [], known: [] };
  try {
    await fillProfile(used);
    for (let round = 0; round < rounds; round += 1) {
      at.say(`(h) round ${round + 1} of ${rounds}`);
      const appDir = join(import.meta.dirname, '..', 'desktop', 'empty-app');
      const fresh = (name: string): string => join(profiles, `${name}-${round}`);
      runs.empty.push(await started({ appDir, profile: fresh('empty'), usable: shows('Empty') }));
      runs.first.push(await started({ profile: fresh('first'), usable: shows('Welcome to Passbook') }));
      runs.known.push(await started({ profile: used, usable: shows('Overview') }));
    }
  } finally {
    rmSync(profiles, { recursive: true, force: true });
  }
  return {
    title,
    findings: [
      ...findingsOf('an empty app: one window, one heading', runs.empty),
      ...findingsOf('Passbook, first start, to the welcome', runs.first),
      ...findingsOf('Passbook with a ledger, to the overview', runs.known),
    ],
    data: runs,
  };
}

async function fillProfile(profile: string): Promise<void> {
  const app = await launchApp({ profile, args: demoArguments });
  const window = passbookWindow(await app.firstWindow());
  await window.connectDemoBank();
  await window.ended(/^Sync complete: /).waitFor();
  await app.close();
}

const demoArguments = ['--demo-options', JSON.stringify(household)] as const;

async function started({ usable, ...start }: Start): Promise<Started> {
  const startedMs = performance.now();
  const app = await launchApp({ ...start, args: demoArguments });
  await usable(await app.firstWindow());
  const usableMs = performance.now() - startedMs;
  await delay(settleMs);
  const memory = memoryOfTree(app.electronApp.process().pid ?? 0);
  await app.close();
  return { usableMs, memory };
}

function findingsOf(name: string, runs: readonly Started[]): readonly Finding[] {
  const of = (pick: (memory: TreeMemory) => number): string => {
    const values = runs.flatMap(({ memory }) => (memory === null ? [] : [megabytes(pick(memory))]));
    return values.length === 0 ? 'only Linux says' : spreadText(spreadOf(values));
  };
  return [
    finding(`${name}, ms`, spreadText(spreadOf(runs.map(({ usableMs }) => usableMs)))),
    finding(
      '  memory of all its processes (PSS), MB',
      of(({ pssBytes }) => pssBytes),
    ),
    finding(
      '  sum of their resident sets, MB',
      of(({ rssBytes }) => rssBytes),
    ),
  ];
}
