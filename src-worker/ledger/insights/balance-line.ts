/** The bank said so, and said the same from the one day to the other (places in the list of days). Debt is negative. */
export interface StatedBalance {
  readonly first: number;
  readonly last: number;
  readonly minor: number;
}

/** What is known of one account's money on some days that follow each other, the last of them today. */
export interface BalanceFacts {
  /** What the booked rows of each day sum up to. */
  readonly nets: readonly number[];
  /** What the account held at the end of a day by the running balance of its only row; `null`: nobody says. */
  readonly closings: readonly (number | null)[];
  /** As the balance endpoint said, oldest first; days before the list have negative places. */
  readonly stated: readonly StatedBalance[];
  /** Place of the first day of which anything is known; may lie before the list. */
  readonly begins: number;
}

/** The balance at the end of each day; `null`: not known. */
export interface BalanceLine {
  readonly balances: readonly (number | null)[];
  /** The rows do not lead from one known balance to the other: some are missing in between. */
  readonly isStepped: boolean;
}

/**
 * Walks back from the last balance the bank stated, taking each day's rows off. On the way it meets older statements and
 * running balances; where one does not agree, rows are missing in between, and the walk goes on from what the bank said.
 * A running balance is believed against the walk only when the one before agrees with it: some banks count pending rows
 * in theirs.
 */
export function balanceLine({ nets, closings, stated, begins }: BalanceFacts): BalanceLine {
  const balances = nets.map((): number | null => null);
  const newest = stated.at(-1);
  // What was said earlier on the newest one's day was no day's end: rows dated back came in between.
  const older = stated.filter(({ last }) => newest !== undefined && last < newest.last);
  const statedOn = new Map(older.map((each) => [each.last, each]));
  let minor = newest === undefined ? null : newest.minor + sumOf(nets, newest.last + 1, nets.length - 1);
  let isStepped = false;
  const goOnFrom = (said: number): void => {
    isStepped ||= minor !== null;
    minor = said;
  };
  for (let day = nets.length - 1; day >= Math.max(0, begins); day -= 1) {
    const net = nets[day] ?? 0;
    const closing = closings[day] ?? null;
    if (closing !== null && closing !== minor && isConfirmed(closing, day, nets, closings)) goOnFrom(closing);
    const said = statedOn.get(day);
    if (said !== undefined && !isWithin(said.minor, minor, net)) goOnFrom(said.minor);
    balances[day] = minor;
    if (minor !== null) minor -= net;
  }
  return { balances, isStepped };
}

/** On a day with rows the bank may have been asked before, between or after them. */
const isWithin = (said: number, minor: number | null, net: number): boolean =>
  minor !== null && said >= Math.min(minor, minor - net) && said <= Math.max(minor, minor - net);

/** Whether the rows lead from the running balance before to this one. */
function isConfirmed(
  closing: number,
  day: number,
  nets: readonly number[],
  closings: readonly (number | null)[],
): boolean {
  let sum = nets[day] ?? 0;
  for (let before = day - 1; before >= 0; before -= 1) {
    const older = closings[before] ?? null;
    if (older !== null) return closing - sum === older;
    sum += nets[before] ?? 0;
  }
  return false;
}

function sumOf(nets: readonly number[], first: number, last: number): number {
  let sum = 0;
  for (let day = Math.max(0, first); day <= last; day += 1) sum += nets[day] ?? 0;
  return sum;
}
