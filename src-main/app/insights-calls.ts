import type { insightsCalls } from '#shared/ipc/insights-calls.ts';
import { newestFirst } from '#shared/transaction-list.ts';
import type { AppMemory } from '../settings/app-memory.ts';
import type { JsonFile } from '../settings/json-file.ts';
import type { AskLedger } from './ask-ledger.ts';
import type { CallHandlers } from './call-handlers.ts';
import { nextLook } from './next-look.ts';

const topOfList = { filter: {}, sort: newestFirst, offset: 0, limit: 1 } as const;

/** What the overview shows, which remembers when it was looked at, and what the rows tell when they are summed up. */
export const answerInsightsCalls = (
  ask: AskLedger,
  /** Sums over all rows of a large ledger take their time: the list must not wait for them. */
  askLong: AskLedger,
  memory: JsonFile<AppMemory>,
): Pick<CallHandlers, keyof typeof insightsCalls> => ({
  'overview.read': async ({ isLook }) => {
    const overview = await ask(({ ledgerPath, nowIso }) => {
      const { looks, ...rest } = memory.read();
      const look = nextLook(looks[ledgerPath], nowIso, isLook);
      if (look !== looks[ledgerPath]) memory.write({ ...rest, looks: { ...looks, [ledgerPath]: look } });
      return { kind: 'read-overview', ledgerPath, nowIso, sinceIso: look.sinceIso };
    });
    // A first question has the list of a large ledger read into memory: while the user looks here, before they go there.
    if (isLook) {
      ask(({ ledgerPath }) => ({ kind: 'page-transactions', ledgerPath, ...topOfList })).catch(() => {
        // The app is quitting: its threads are gone, and nobody waits for this answer.
      });
    }
    return overview;
  },
  'insights.scope': () => askLong(({ ledgerPath }) => ({ kind: 'read-insight-scope', ledgerPath })),
  'insights.balances': ({ filter }) => askLong((at) => ({ kind: 'read-balance-history', ...at, filter })),
  'insights.flow': ({ filter }) =>
    askLong(({ ledgerPath }) => ({ kind: 'read-cash-flow', ledgerPath, filter })),
  'insights.spending': (wish) =>
    askLong(({ ledgerPath }) => ({ kind: 'read-spending', ledgerPath, ...wish })),
  'insights.recurring': () => askLong((at) => ({ kind: 'list-recurring-payments', ...at })),
});
