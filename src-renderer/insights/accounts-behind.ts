import type { InsightFilter, InsightScope } from '#shared/insights.ts';

/**
 * The accounts whose rows a chart sums up, for the list it leads to. A chart is of one currency: where there are
 * others, the list names the accounts, or its totals would be of more than the chart's.
 */
export function accountsBehind(
  { currency, accountIds }: InsightFilter,
  { currencies }: InsightScope,
): { readonly accountIds?: readonly string[] } {
  if (accountIds !== undefined) return { accountIds };
  const own = currencies.find((one) => one.currency === currency);
  return own === undefined || currencies.length < 2 ? {} : { accountIds: own.account_ids };
}
