import { addDays, utcDay } from '#shared/calendar-day.ts';
import type { InsightFilter } from '#shared/insights.ts';
import { readInsightScope } from '../../src-worker/ledger/insights/insight-scope.ts';
import { annotateTransactions } from '../../src-worker/ledger/overlay/annotate-transactions.ts';
import { runLedgerTask } from '../../src-worker/tasks/run-ledger-task.ts';
import type { TaskOf } from '../../src-worker/tasks/task-handler.ts';
import { ledgerOfThread } from '../../src-worker/tasks/thread-ledger.ts';
import { timed, type TimeTaken } from '../measuring/own-time.ts';
import { answerParent, taskOfChild } from '../stage/child-task.ts';
import { insightQuestionsTaskSchema } from './insight-questions-task.ts';
import type { Asked } from './list-questions-task.ts';

// The tasks that overview, insights and completeness send to the thread, run by its own door in a process of their own.
const { ledgerPath, rounds } = taskOfChild(insightQuestionsTaskSchema);
const today = utcDay(Date.now());
const nowIso = new Date().toISOString();
const opened = ledgerOfThread(ledgerPath, nowIso);
if (!opened.ok) throw new Error(opened.failure.kind);
const ledger = opened.value;

function run(task: TaskOf): TimeTaken {
  let ok = false;
  const taken = timed(() => {
    ok = runLedgerTask(task).ok;
  });
  if (!ok) throw new Error(`${task.kind} was not answered`);
  return taken;
}
const ask = (kind: string, tasks: readonly (() => TaskOf)[]): Asked => {
  const taken = tasks.map((task) => run(task()));
  return {
    kind,
    ms: taken.map(({ ms }) => ms),
    ownMs: taken.map(({ ownMs }) => ownMs),
    slowest: '',
  };
};
const times = (task: (at: number) => TaskOf): readonly (() => TaskOf)[] =>
  Array.from({ length: rounds }, (_, at) => () => task(at));

const sums = run({ kind: 'refresh-sums', ledgerPath, nowIso });
const scope = readInsightScope(ledger);
const [currency] = scope.currencies;
const [accountId = ''] = currency?.account_ids ?? [];
const monthsAgo = (months: number): string => `${addDays(today, -months * 30).slice(0, 8)}01`;
const ranges: Readonly<Record<string, Omit<InsightFilter, 'currency'>>> = {
  'three months': { from: monthsAgo(2), to: today },
  'a year': { from: monthsAgo(11), to: today },
  'all years': { from: scope.first_day ?? today, to: today },
  'all years of one account': { from: scope.first_day ?? today, to: today, accountIds: [accountId] },
};
const spending = (filter: InsightFilter, by: 'category' | 'merchant') =>
  times((at) => ({ kind: 'read-spending', ledgerPath, filter, by, direction: at % 2 === 0 ? 'out' : 'in' }));

const asked: Asked[] = [
  ask(
    'overview',
    times(() => ({ kind: 'read-overview', ledgerPath, sinceIso: null, nowIso })),
  ),
  ...Object.entries(ranges).flatMap(([name, range]): readonly Asked[] => {
    const filter = { currency: currency?.currency ?? '', ...range };
    return [
      ask(
        `months, ${name}`,
        times(() => ({ kind: 'read-cash-flow', ledgerPath, filter })),
      ),
      ask(`categories, ${name}`, spending(filter, 'category')),
      ask(`merchants, ${name}`, spending(filter, 'merchant')),
      ask(
        `balances, ${name}`,
        times(() => ({ kind: 'read-balance-history', ledgerPath, filter, nowIso })),
      ),
    ];
  }),
];

const recurring = (): TaskOf => ({ kind: 'list-recurring-payments', ledgerPath, nowIso });
const completeness = (): TaskOf => ({ kind: 'judge-completeness', ledgerPath, nowIso });
/** A row of one account changes, and what is told of that account has to be worked out anew. */
const afterChange = (task: () => TaskOf) =>
  times((at) => {
    annotateTransactions(ledger, [1 + at], { note: `changed ${task().kind}` }, nowIso);
    return task();
  });
for (const [name, task] of [
  ['recurring payments', recurring],
  ['completeness', completeness],
] as const) {
  asked.push(ask(`${name}, the first time`, [task]));
  asked.push(ask(name, times(task)));
  asked.push(ask(`${name}, one account changed`, afterChange(task).slice(0, 10)));
}
const rows = ledger.db.prepare<[], number>('SELECT count(*) FROM transactions').pluck().get() ?? 0;
ledger.close();
answerParent({ rows, sumsMs: sums.ms, sumsOwnMs: sums.ownMs, asked });
