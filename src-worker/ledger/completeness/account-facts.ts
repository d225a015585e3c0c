import type { CalendarDay } from '#shared/calendar-day.ts';
import type { BalanceReading } from './explain-balances.ts';
import type { RunningTrail } from './follow-running.ts';
import type { Answer } from './answer-log.ts';
import type { AskedDays } from './day-log.ts';
import type { MoneyMove } from './money-move.ts';

/** All of an account that a judgement rests on, out of the ledger. Amounts in the minor unit of its currency. */
export interface AccountFacts {
  readonly kind: 'account' | 'card';
  /** What counts as asked, in the order it was asked. */
  readonly asked: readonly AskedDays[];
  /** Every answer there ever was, those of undone syncs too. */
  readonly answers: readonly Answer[];
  /** Oldest first, as the bank states them: for a card, money owed. */
  readonly balances: readonly BalanceReading[];
  /** What came and changed since the day before the first balance; earlier rows are in all balances alike. */
  readonly moves: readonly MoneyMove[];
  /** Where the running balances beside the rows lead; `null`: the bank gives none that go on from row to row. */
  readonly trail: RunningTrail | null;
  readonly booked: number;
  readonly pending: number;
  readonly removed: number;
  /** Live booked rows by day. */
  readonly rowsByDay: ReadonlyMap<CalendarDay, number>;
  readonly connectionState: string;
  /** The bank named the account when its connection's were last asked for. */
  readonly isListed: boolean;
}
