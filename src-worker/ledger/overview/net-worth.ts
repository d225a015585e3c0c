import type { NetWorth } from '#shared/overview.ts';
import type { ReadingLedger } from '../open-ledger-read-only.ts';

/** What each currency adds up to: what accounts hold, what they are overdrawn by and cards owe. */
export const readNetWorth = ({ db }: ReadingLedger): readonly NetWorth[] =>
  db
    .prepare<[], NetWorth>(
      `SELECT currency, sum(max(held, 0)) AS assets_minor, sum(min(held, 0)) AS debts_minor,
              sum(held IS NULL) AS unknown
       FROM (SELECT currency, iif(kind = 'card', -balance_minor, balance_minor) AS held FROM accounts_v1)
       GROUP BY currency ORDER BY count(*) DESC, currency`,
    )
    .all()
    .map((each) => ({ ...each, assets_minor: each.assets_minor ?? 0, debts_minor: each.debts_minor ?? 0 }));
