/** What many rows have in common; each combination is kept once and rows carry its number. */
export interface Kind {
  readonly accountRef: number;
  readonly currency: string;
  readonly status: string;
  /** The user's own where there is one. */
  readonly category: string;
}

/** All combinations that rows have, by number. A few hundred in a ledger of a million rows. */
export interface Kinds {
  readonly all: readonly Kind[];
  /** `key`: as `kindKey` makes it in SQL. */
  readonly numberOf: (key: string) => number;
}

/** The combination as one text, so that SQLite hands out one value instead of four. `t`: row, `o`: shown overlay. */
export const kindKey = `t.account_ref || ' ' || t.currency || ' ' || t.status || ' ' || coalesce(o.own_category, t.category)`;

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

/** Only the category may have blanks in it. */
function kindOf(key: string): Kind {
  const [accountRef = '', currency = '', status = '', ...category] = key.split(' ');
  return { accountRef: Number(accountRef), currency, status, category: category.join(' ') };
}
