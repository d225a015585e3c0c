import * as z from 'zod';
import { toIso } from '#shared/clock.ts';
import { openLedger } from '../../src-worker/ledger/open-ledger.ts';
import { peakMemoryBytes } from '../measuring/peak-memory.ts';
import { answerParent, taskOfChild } from '../stage/child-task.ts';
import { giveConsent } from '../stage/give-consent.ts';
import { bareLoopTaskSchema } from './bare-loop-task.ts';
import { openBareTable } from './bare-table.ts';

/**
 * The least anybody could do: ask for the same pages, `JSON.parse`, and insert the same rows into the same schema,
 * one transaction a page. No retry, no matching, no validation, no raw page, no progress, one thread.
 */
const task = taskOfChild(bareLoopTaskSchema);
const { accessToken } = await giveConsent(task.bank);
const opened = openLedger(task.ledgerPath, toIso(Date.now()));
if (!opened.ok) throw new Error(`No ledger: ${opened.failure.kind}`);
const { db } = opened.value;
const table = openBareTable(db, [...new Set(task.pages.map(({ accountId }) => accountId))]);
const bodySchema = z.object({ results: z.array(z.custom<Readonly<Record<string, unknown>>>()) });
const headers = { authorization: `Bearer ${accessToken}`, 'x-psu-ip': '127.0.0.1' };

let rows = 0;
let fetchMs = 0;
let parseMs = 0;
let insertMs = 0;
const startedMs = performance.now();
for (const { accountId, from, to } of task.pages) {
  const fetchingMs = performance.now();
  const path = `/data/v1/accounts/${accountId}/transactions?from=${from}&to=${to}`;
  const text = await (await fetch(new URL(path, task.bank.apiUrl), { headers })).text();
  const parsingMs = performance.now();
  const { results } = bodySchema.parse(JSON.parse(text));
  const insertingMs = performance.now();
  table.insertPage(accountId, results);
  fetchMs += parsingMs - fetchingMs;
  parseMs += insertingMs - parsingMs;
  insertMs += performance.now() - insertingMs;
  rows += results.length;
}
const elapsedMs = performance.now() - startedMs;
opened.value.close();
answerParent({ rows, elapsedMs, fetchMs, parseMs, insertMs, peakRssBytes: peakMemoryBytes() });
