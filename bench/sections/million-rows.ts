import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appOrReason } from '../desktop/app-or-reason.ts';
import { driverWords } from '../desktop/driver-words.ts';
import { growProfile } from '../desktop/grown-profile.ts';
import { openLargeList, useLargeList } from '../desktop/large-list.ts';
import { strainFindings } from '../desktop/strain-findings.ts';
import type { RowsAfter } from '../desktop/watch-list.ts';
import { wordsInRows } from '../desktop/words-in-rows.ts';
import { quantile } from '../measuring/own-time.ts';
import { spreadOf } from '../measuring/spread.ts';
import { aimed, type Finding, finding, type Section } from '../report/section.ts';
import { numberText, spreadText } from '../report/words.ts';
import { withBank } from '../stage/with-bank.ts';
import type { SectionAt } from './section-at.ts';

const bank = { accounts: 10, transactions: 1000, days: 2000, latencyMs: 0 };
const mostOpeningMs = 100;
const mostAnswerMs = 50;

/** (k) The app itself on a ledger of a million rows: opening the list, searching, filtering and moving in it, as seen. */
export async function measureMillionRows(at: SectionAt): Promise<Section> {
  const title = `(k) The app on a large ledger, ${driverWords()}`;
  const reason = appOrReason();
  if (reason !== null) return { title, findings: [finding('not measured', reason)], data: null };
  const rows = at.quick ? 200_000 : 1_000_000;
  const starts = at.quick ? 2 : 7;
  const profile = mkdtempSync(join(tmpdir(), 'passbook-bench-million-'));
  const cold: RowsAfter[] = [];
  try {
    const used = await withBank(bank, async (elsewhere) => {
      at.say(`(k) making a profile of ${numberText(rows)} rows`);
      await growProfile(profile, elsewhere, rows);
      for (let start = 1; start <= starts; start += 1) {
        at.say(`(k) start ${start} of ${starts}`);
        cold.push(await openLargeList(profile, elsewhere));
      }
      at.say('(k) opening, searching, filtering, scrolling');
      const words = wordsInRows(join(profile, 'ledger.sqlite'), at.quick ? 4 : 12);
      return useLargeList(profile, elsewhere, {
        openings: at.quick ? 4 : 20,
        words,
        filters: at.quick ? 2 : 6,
      });
    });
    return {
      title: `${title}, ${numberText(rows)} rows`,
      findings: [
        ...openingFindings('opened right after the start of the app', cold),
        ...used.asked.flatMap(({ name, times, strain }) => [
          ...(name.startsWith('opened') ? openingFindings : answerFindings)(name, times),
          ...strainFindings('  meanwhile', strain),
        ]),
        ...used.scrolls.flatMap(([name, strain]) => strainFindings(name, strain)),
      ],
      data: { rows, cold, ...used },
    };
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

function openingFindings(name: string, times: readonly RowsAfter[]): readonly Finding[] {
  const drawn = spreadOf(times.map(({ drawnMs }) => drawnMs));
  return [
    aimed(
      `${name}: first rows drawn, ms`,
      spreadText(drawn),
      `under ${mostOpeningMs}`,
      drawn.median < mostOpeningMs,
    ),
    finding(
      '  of it until they are in the page',
      spreadText(spreadOf(times.map(({ inPageMs }) => inPageMs))),
    ),
  ];
}

function answerFindings(name: string, times: readonly RowsAfter[]): readonly Finding[] {
  const inPage = times.map(({ inPageMs }) => inPageMs);
  const p95 = quantile(inPage, 0.95);
  return [
    aimed(
      `${name}: rows in the page, p50 / p95 / longest, ms`,
      thriceText(inPage),
      `p95 under ${mostAnswerMs}`,
      p95 < mostAnswerMs,
    ),
    finding('  drawn, two frames later', thriceText(times.map(({ drawnMs }) => drawnMs))),
  ];
}

const thriceText = (times: readonly number[]): string =>
  [quantile(times, 0.5), quantile(times, 0.95), Math.max(...times)].map((ms) => ms.toFixed(0)).join(' / ');
