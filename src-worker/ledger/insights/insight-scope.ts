import type { InsightScope } from '#shared/insights.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';

/** Currencies with their accounts, those with most accounts first, and the first day with a row. */
export function readInsightScope({ db }: ReadingLedger): InsightScope {
  const currencies = db
    .prepare<[], { currency: string; accountIds: string }>(
      `SELECT currency, json_group_array(account_id) AS accountIds
       FROM (SELECT currency, account_id FROM accounts ORDER BY ref)
       GROUP BY currency ORDER BY count(*) DESC, currency`,
    )
    .all();
  const first = db
    .prepare<[], string | null>(
      'SELECT min((SELECT min(date) FROM transactions WHERE account_ref = a.ref)) FROM accounts a',
    )
    .pluck()
    .get();
  return {
    currencies: currencies.map(({ currency, accountIds }) => ({
      currency,
      account_ids: JSON.parse(accountIds) as string[],
    })),
    first_day: first ?? null,
  };
}
