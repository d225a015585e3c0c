import { type AppStrain, watchApp } from '../desktop/watch-app.ts';
import { memoryOfTree, type TreeMemory } from '../desktop/process-tree.ts';
import { appOrReason } from '../desktop/app-or-reason.ts';
import { scrollWays } from '../desktop/scroll-list.ts';
import { raiseApp } from '../../test/support/e2e/raise-app.ts';
import { driverWords } from '../desktop/driver-words.ts';
import { strainFindings } from '../desktop/strain-findings.ts';
import { type Finding, finding, type Section } from '../report/section.ts';
import { megabytes, numberText } from '../report/words.ts';
import { withBank } from '../stage/with-bank.ts';
import type { SectionAt } from './section-at.ts';
import type { AppUnderSpec, AppWish } from '../../test/support/e2e/with-app.ts';

const accounts = 5;
const days = 90;
const patienceMs = 180_000;

interface Measured {
  readonly sync: AppStrain;
  readonly list: readonly (readonly [name: string, strain: AppStrain])[];
  readonly memory: TreeMemory | null;
}

/** (f) The desktop app while 100 000 rows arrive, and while its user moves about in the list of them. */
export async function measureWindow(at: SectionAt): Promise<Section> {
  const title = `(f) The desktop app, ${driverWords()}`;
  const reason = appOrReason();
  if (reason !== null) return { title, findings: [finding('not measured', reason)], data: null };
  const rows = at.quick ? 20_000 : 100_000;
  const bank = { accounts, transactions: rows / accounts, days, latencyMs: 0 };
  at.say(`(f) ${numberText(rows)} rows from a bank elsewhere, then scrolling`);
  const apart = await withBank(bank, (elsewhere) => measured({ demo: { elsewhere } }, true));
  at.say(`(f) ${numberText(rows)} rows from the app's own demo bank`);
  const own = await measured({ demo: { ...bank, cards: 0 } }, false);
  return {
    title: `${title}, ${numberText(rows)} rows over ${accounts} accounts`,
    findings: [
      ...strainFindings('sync, the progress in sight', apart.sync),
      ...memoryFindings(apart.memory),
      ...apart.list.flatMap(([name, strain]) => strainFindings(name, strain)),
      ...strainFindings('sync from the demo bank of the app, a thread beside main', own.sync),
    ],
    data: { rows, apart, own },
  };
}

async function measured(wish: AppWish, scrolls: boolean): Promise<Measured> {
  const { app, close } = await raiseApp(wish);
  try {
    const { window, electronApp } = app;
    await window.heading('Welcome to Passbook').waitFor();
    const watch = await watchApp(electronApp, window.page);
    const sync = await watch.during(() => firstSync(app));
    const memory = memoryOfTree(electronApp.process().pid ?? 0);
    const list: [string, AppStrain][] = [];
    if (scrolls) {
      await window.place('All transactions').click();
      await window.page
        .getByText(/[\d,]+ transactions$/)
        .first()
        .waitFor();
      for (const { name, scroll } of scrollWays) list.push([name, await watch.during(() => scroll(window))]);
    }
    watch.close();
    return { sync, list, memory };
  } finally {
    await close();
  }
}

async function firstSync({ window }: AppUnderSpec): Promise<void> {
  await window.demoDoor.click();
  await window.heading(/accounts? found/).waitFor();
  await window.button('Go to the overview').click();
  await window.ended(/^Sync complete: /).waitFor({ timeout: patienceMs });
}

function memoryFindings(memory: TreeMemory | null): readonly Finding[] {
  if (memory === null) return [];
  const { processes, pssBytes, rssBytes } = memory;
  const words = `${megabytes(pssBytes)} (${megabytes(rssBytes)} as a sum of resident sets), ${processes} processes`;
  return [finding('  all processes at its end, MB', words)];
}
