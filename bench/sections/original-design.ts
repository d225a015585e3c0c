import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { syncAnswerSchema } from '../children/sync-task.ts';
import { spreadOf } from '../measuring/spread.ts';
import { finding, type Section } from '../report/section.ts';
import { numberText, spreadText } from '../report/words.ts';
import type { BankAddress } from '../stage/bank-address.ts';
import { giveConsent } from '../stage/give-consent.ts';
import { pagesAsked } from '../stage/read-ledger.ts';
import { runChild } from '../stage/run-child.ts';
import { pythonVersion, runPython } from '../stage/run-python.ts';
import { withBank } from '../stage/with-bank.ts';
import type { SectionAt } from './section-at.ts';

const accounts = 5;
const workers = 2;
const script = fileURLToPath(new URL('../peer/original_design.py', import.meta.url));
const peerAnswerSchema = z.object({ rows: z.number(), elapsedMs: z.number() }).readonly();

/** Without latency, where the database decides, and with some, where waiting for the bank does. */
const conditions = [
  { name: 'bank answers at once', latencyMs: 0 },
  { name: 'bank takes 100 ms', latencyMs: 100 },
] as const;

interface Pair {
  readonly rows: number;
  readonly syncMs: number;
  readonly peerMs: number;
}

/** (d) The design the mission began with (peer/original_design.py), on the same pages of the same bank. */
export async function measureOriginalDesign(at: SectionAt): Promise<Section> {
  const rows = at.quick ? 1_000 : 5_000;
  const rounds = at.quick ? 1 : 3;
  const title = `(d) The original design in Python, ${numberText(rows)} rows over ${accounts} accounts`;
  const python = pythonVersion();
  if (python === null) {
    return { title, findings: [finding('not measured', 'there is no python3 on this machine')], data: null };
  }
  const findings = [finding('peer', `${python}, standard library`)];
  const data: Record<string, unknown> = { python };
  for (const { name, latencyMs } of conditions) {
    const wish = { accounts, transactions: rows / accounts, days: 365, latencyMs };
    const pairs = await withBank(wish, (bank) => measurePairs(at, bank, rounds, name));
    data[name] = pairs;
    findings.push(
      finding(`${name}: Passbook, ms`, spreadText(spreadOf(pairs.map(({ syncMs }) => syncMs)))),
      finding(`${name}: original design, ms`, spreadText(spreadOf(pairs.map(({ peerMs }) => peerMs)))),
      finding(
        '  original design takes so many times as long',
        spreadText(spreadOf(pairs.map(({ syncMs, peerMs }) => peerMs / syncMs))),
      ),
    );
  }
  return { title, findings, data };
}

async function measurePairs(
  at: SectionAt,
  bank: BankAddress,
  rounds: number,
  name: string,
): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round += 1) {
    at.say(`(d) ${name}, round ${round + 1} of ${rounds}`);
    const [ledgerPath, path] = [at.folder.freshPath(), at.folder.freshPath()];
    const task = { bank, ledgerPath, workers, times: 1 };
    const [run] = (await runChild('sync', task, syncAnswerSchema)).runs;
    const { accessToken } = await giveConsent(bank);
    const pages = pagesAsked(ledgerPath);
    const peer = peerAnswerSchema.parse(
      await runPython(script, { apiUrl: bank.apiUrl, token: accessToken, path, pages }),
    );
    if (run === undefined || run.transactionsSynced !== peer.rows) {
      throw new Error(`The peer stored ${peer.rows} rows, Passbook ${run?.transactionsSynced}`);
    }
    pairs.push({ rows: peer.rows, syncMs: run.elapsedMs, peerMs: peer.elapsedMs });
    at.folder.drop(ledgerPath);
    at.folder.drop(path);
  }
  return pairs;
}
