import { classificationOf } from '../classified-condition.ts';

/** What many rows have in common; each combination is kept once and rows carry its number. */
export interface Kind {
  readonly accountRef: number;
  readonly currency: string;
  readonly status: string;
  /** The bank's finer category, '' where it gives none; `null`: the user put the row into a category of their own. */
  readonly classification: string | null;
  /** The user's own where there is one. */
  readonly category: string;
}

/** All combinations that rows have, by number. A few hundred in a ledger of a million rows. */
export interface Kinds {
  readonly all: readonly Kind[];
  /** `key`: as `kindKey` makes it in SQL. */
  readonly numberOf: (key: string) => number;
}

/** Between the last two parts, which may hold anything else. */
const separator = '\u001F';
const own = '\u001E';

/** The combination as one text, so that SQLite hands out one value instead of five. `t`: row, `o`: shown overlay. */
export const kindKey = `t.account_ref || ' ' || t.currency || ' ' || t.status || ' ' ||
  iif(o.own_category IS NULL, ${classificationOf('t')}, '${own}') || '${separator}' || coalesce(o.own_category, t.category)`;

/** @see Kinds */
export function createKinds(): Kinds {
  const all: Kind[] = [];
  const numbers = new Map<string, number>();
  return {
    all,
    numberOf: (key) => {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, all.length);
      all.push(kindOf(key));
      return all.length - 1;
    },
  };
}

function kindOf(key: string): Kind {
  const [accountRef = '', currency = '', status = ''] = key.split(' ', 3);
  const rest = key.slice(accountRef.length + currency.length + status.length + 3);
  const end = rest.indexOf(separator);
  const classification = rest.slice(0, end);
  return {
    accountRef: Number(accountRef),
    currency,
    status,
    classification: classification === own ? null : classification,
    category: rest.slice(end + 1),
  };
}
