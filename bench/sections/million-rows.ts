import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { passbookWindow } from '../../test/support/e2e/passbook-window.ts';
import { launchApp } from '../../test/support/launch-app.ts';
import { appOrReason } from '../desktop/app-or-reason.ts';
import { driverWords } from '../desktop/driver-words.ts';
import { demoArguments, growProfile } from '../desktop/grown-profile.ts';
import { setFilters, typeWords } from '../desktop/list-questions.ts';
import { dragBar, scrollWays } from '../desktop/scroll-list.ts';
import { strainFindings } from '../desktop/strain-findings.ts';
import { type AppStrain, watchApp } from '../desktop/watch-app.ts';
import { watchList } from '../desktop/watch-list.ts';
import { wordsInRows } from '../desktop/words-in-rows.ts';
import { quantile } from '../measuring/own-time.ts';
import { spreadOf } from '../measuring/spread.ts';
import { aimed, type Finding, finding, type Section } from '../report/section.ts';
import { numberText, spreadText } from '../report/words.ts';
import type { BankAddress } from '../stage/bank-address.ts';
import { withBank } from '../stage/with-bank.ts';
import type { SectionAt } from './section-at.ts';

const bank = { accounts: 10, transactions: 1000, days: 2000, latencyMs: 0 };
const mostOpeningMs = 100;
const mostAnswerMs = 50;
const warmOpenings = 4;
/** After it the list of a million rows is in memory on a machine that has a core for it. */
const heldMs = 6000;

/** In milliseconds, from the event to what is drawn. */
interface Measured {
  readonly cold: number[];
  readonly warm: number[];
  readonly letters: readonly number[];
  readonly lastLetters: readonly number[];
  readonly filters: readonly number[];
  readonly scrolls: readonly (readonly [name: string, strain: AppStrain])[];
}

/** (k) The app itself on a ledger of a million rows: opening the list, moving in it, searching and filtering, as seen. */
export async function measureMillionRows(at: SectionAt): Promise<Section> {
  const title = `(k) The app on a large ledger, ${driverWords()}`;
  const reason = appOrReason();
  if (reason !== null) return { title, findings: [finding('not measured', reason)], data: null };
  const rows = at.quick ? 200_000 : 1_000_000;
  const profile = mkdtempSync(join(tmpdir(), 'passbook-bench-million-'));
  try {
    const measured = await withBank(bank, async (elsewhere) => {
      at.say(`(k) making a profile of ${numberText(rows)} rows`);
      await growProfile(profile, elsewhere, rows);
      return measureProfile(at, profile, elsewhere);
    });
    return {
      title: `${title}, ${numberText(rows)} rows`,
      findings: findingsOf(measured),
      data: { rows, ...measured },
    };
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

async function measureProfile(at: SectionAt, profile: string, elsewhere: BankAddress): Promise<Measured> {
  const cold: number[] = [];
  const warm: number[] = [];
  const starts = at.quick ? 2 : 5;
  const words = wordsInRows(join(profile, 'ledger.sqlite'), at.quick ? 4 : 12);
  for (let start = 1; ; start += 1) {
    at.say(`(k) start ${start} of ${starts}`);
    const app = await launchApp({ profile, args: demoArguments(elsewhere) });
    try {
      const page = await app.firstWindow();
      const window = passbookWindow(page);
      await window.heading('Overview').waitFor();
      const list = await watchList(page);
      const open = () => list.opening(() => window.place('All transactions').click());
      cold.push(await open());
      for (let time = 0; time < warmOpenings; time += 1) {
        await window.place('Overview').click();
        await window.heading('Overview').waitFor();
        await delay(heldMs / warmOpenings);
        warm.push(await open());
      }
      if (start < starts) continue;
      at.say('(k) searching, filtering, scrolling');
      const letters = await typeWords(window, list, words, 'each');
      const lastLetters = await typeWords(window, list, words.toReversed(), 'last');
      const filters = await setFilters(window, list, at.quick ? 2 : 6);
      const watch = await watchApp(app.electronApp, page);
      const scrolls: [string, AppStrain][] = [];
      for (const { name, scroll } of [...scrollWays, dragBar]) {
        scrolls.push([name, await watch.during(() => scroll(window))]);
      }
      watch.close();
      return { cold, warm, letters, lastLetters, filters, scrolls };
    } finally {
      await app.close();
    }
  }
}

function findingsOf(measured: Measured): readonly Finding[] {
  return [
    opening('opened right after the start of the app, first rows, ms', measured.cold),
    opening('opened again, first rows, ms', measured.warm),
    answering('a letter typed, p50 / p95 / longest, ms', measured.letters),
    answering('the last letter of a word typed fast', measured.lastLetters),
    answering('a filter set', measured.filters),
    ...measured.scrolls.flatMap(([name, strain]) => strainFindings(name, strain)),
  ];
}

function opening(what: string, times: readonly number[]): Finding {
  const spread = spreadOf(times);
  return aimed(what, spreadText(spread), `under ${mostOpeningMs}`, spread.median < mostOpeningMs);
}

function answering(what: string, times: readonly number[]): Finding {
  const p95 = quantile(times, 0.95);
  const text = [quantile(times, 0.5), p95, Math.max(...times)].map((ms) => ms.toFixed(0)).join(' / ');
  return aimed(what, text, `p95 under ${mostAnswerMs}`, p95 < mostAnswerMs);
}
