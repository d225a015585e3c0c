import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readBenchOptions, type SectionName } from './bench-options.ts';
import { describeMachine } from './report/machine.ts';
import { finding, type Section } from './report/section.ts';
import { tableText } from './report/table-text.ts';
import { measureClickToBar } from './sections/click-to-bar.ts';
import { measureFirstMinutes } from './sections/first-minutes.ts';
import { measureInsights } from './sections/insights.ts';
import { measureLatency } from './sections/latency.ts';
import { measureList } from './sections/list.ts';
import { measureMillionRows } from './sections/million-rows.ts';
import { measureOriginalDesign } from './sections/original-design.ts';
import { measureSecondSync } from './sections/second-sync.ts';
import type { SectionAt } from './sections/section-at.ts';
import { measureStart } from './sections/start.ts';
import { measureThroughput } from './sections/throughput.ts';
import { measureWindow } from './sections/window.ts';
import { openBenchFolder } from './stage/bench-folder.ts';

/** `npm run bench -- --only a,b --quick`. A table on stdout, everything in artifacts/bench.json (docs/benchmarks.md). */
const measurements: Readonly<Record<SectionName, (at: SectionAt) => Promise<Section>>> = {
  a: measureThroughput,
  b: measureLatency,
  c: measureSecondSync,
  d: measureOriginalDesign,
  f: measureWindow,
  g: measureClickToBar,
  h: measureStart,
  i: measureList,
  j: measureFirstMinutes,
  l: measureInsights,
  k: measureMillionRows,
};

/** A section that breaks is said so, and the others are measured all the same. */
async function measured(name: SectionName, at: SectionAt): Promise<Section> {
  try {
    return await measurements[name](at);
  } catch (error) {
    process.exitCode = 1;
    const why = error instanceof Error ? error.message : String(error);
    return { title: `(${name})`, findings: [finding('not measured', why)], data: null };
  }
}

const options = readBenchOptions(process.argv.slice(2));
if (typeof options === 'string') {
  process.stderr.write(`${options}\n`);
  process.exit(2);
}
const { quick } = options;
const folder = openBenchFolder();
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const machine = describeMachine();
const startedMs = performance.now();
const sections: Section[] = [];
try {
  for (const name of options.only) sections.push(await measured(name, { folder, quick, say }));
} finally {
  folder.close();
}
const tookSeconds = Math.round((performance.now() - startedMs) / 1000);
const artifacts = fileURLToPath(new URL('../artifacts/', import.meta.url));
mkdirSync(artifacts, { recursive: true });
const report = { measuredAt: new Date().toISOString(), quick, tookSeconds, machine, sections };
writeFileSync(`${artifacts}bench.json`, `${JSON.stringify(report, null, 2)}\n`);
process.stdout.write(
  `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system}, Node ${machine.node}, ` +
    `load before ${machine.loadBefore}\n\n${tableText(sections)}\n\n` +
    `Median, then least to most of the rounds. ${tookSeconds} s in all. Everything: artifacts/bench.json\n`,
);
