import type { insightsCalls } from '#shared/ipc/insights-calls.ts';
import type { AppMemory } from '../settings/app-memory.ts';
import type { JsonFile } from '../settings/json-file.ts';
import type { AskLedger } from './ask-ledger.ts';
import type { CallHandlers } from './call-handlers.ts';
import { nextLook } from './next-look.ts';

/** What the overview shows, which remembers when it was looked at, and what the rows tell when they are summed up. */
export const answerInsightsCalls = (
  ask: AskLedger,
  /** Sums over all rows of a large ledger take their time: the list must not wait for them. */
  askLong: AskLedger,
  memory: JsonFile<AppMemory>,
): Pick<CallHandlers, keyof typeof insightsCalls> => ({
  'overview.read': ({ isLook }) =>
    ask(({ ledgerPath, nowIso }) => {
      const { looks, ...rest } = memory.read();
      const look = nextLook(looks[ledgerPath], nowIso, isLook);
      if (look !== looks[ledgerPath]) memory.write({ ...rest, looks: { ...looks, [ledgerPath]: look } });
      return { kind: 'read-overview', ledgerPath, nowIso, sinceIso: look.sinceIso };
    }),
  'insights.scope': () => askLong(({ ledgerPath }) => ({ kind: 'read-insight-scope', ledgerPath })),
  'insights.balances': ({ filter }) => askLong((at) => ({ kind: 'read-balance-history', ...at, filter })),
  'insights.flow': ({ filter }) =>
    askLong(({ ledgerPath }) => ({ kind: 'read-cash-flow', ledgerPath, filter })),
  'insights.spending': (wish) =>
    askLong(({ ledgerPath }) => ({ kind: 'read-spending', ledgerPath, ...wish })),
  'insights.recurring': () => askLong((at) => ({ kind: 'list-recurring-payments', ...at })),
});
