import { addDays, utcDay } from '#shared/calendar-day.ts';
import type { DemoBankControl, NewRow } from '../demo-bank-control.ts';
import type { AccountBook } from '../life/account-book.ts';

/** An evening at the bank: what waits for it, and what it brings. Both once, in this order. */
export interface Evening {
  readonly prepare: () => void;
  readonly pass: () => void;
}

/** What it is lived through; its clock shows the moment that is lived. */
export type EveningControl = Pick<
  DemoBankControl,
  'nowMs' | 'truth' | 'addTransaction' | 'amend' | 'remove' | 'settle'
>;

/** Whose evening it is: ids of the account that is used every day, and of a card. */
export interface EveningCast {
  readonly current: string;
  readonly card: string;
}

/** `null`: a bank without accounts. */
export function eveningCast(books: readonly AccountBook[]): EveningCast | null {
  const profiles = books.map(({ profile }) => profile);
  const [first] = profiles;
  if (first === undefined) return null;
  const current = profiles.find(({ temper }) => temper === 'main') ?? first;
  const card = profiles.find(({ kind }) => kind === 'card') ?? current;
  return { current: current.accountId, card: card.accountId };
}

const hour = 3600;

/**
 * The evening that gives a fresh demo something to look at. Before it four payments are pending; it books two of them so
 * differently that nobody can be sure (a tip beyond the usual under other ids, another name for the same sum), one plainly,
 * and drops the fourth. Further: a refund, a row dated back, a row corrected, a row taken out.
 *
 * A function of the books and of the two moments alone: a bank started anew lives the same evening again.
 */
export function createEvening(control: EveningControl, { current, card }: EveningCast): Evening {
  const day = (back: number) => addDays(utcDay(control.nowMs()), -back);
  const pending = (accountId: string, row: Omit<NewRow, 'date' | 'status'>): number =>
    control.addTransaction(accountId, { ...row, date: day(1), status: 'pending' });
  let keys: { dinner: number; deli: number; cinema: number; ride: number } | null = null;

  return {
    prepare: () => {
      keys = {
        dinner: pending(current, {
          amountMinor: -4640,
          description: 'DISHOOM SHOREDITCH',
          merchant: 'Dishoom',
          secondOfDay: 20 * hour,
        }),
        deli: pending(card, {
          amountMinor: -2335,
          description: 'SUMUP *LA CANTINA',
          secondOfDay: 13 * hour,
        }),
        cinema: pending(card, {
          amountMinor: -2660,
          description: 'CURZON SOHO',
          merchant: 'Curzon',
          secondOfDay: 18 * hour,
        }),
        ride: pending(current, {
          amountMinor: -1500,
          description: 'LIME*RIDE LONDON',
          merchant: 'Lime',
          secondOfDay: 22 * hour,
        }),
      };
    },
    pass: () => {
      if (keys === null) return;
      const { dinner, deli, cinema, ride } = keys;
      keys = null;
      control.amend(current, dinner, { description: 'DISHOOM LTD E2 7JE CD 4471' });
      control.settle(current, dinner, { amountMinor: -5980, date: day(0), newIds: true });
      control.amend(card, deli, { description: 'M ROSSI CATERING' });
      control.settle(card, deli, { newIds: true });
      control.settle(card, cinema);
      control.remove(current, ride);
      correctTheCard(control, card, { from: day(10), to: day(4) });
      control.addTransaction(current, {
        date: day(0),
        amountMinor: 3499,
        description: 'JOHN LEWIS REFUND',
        merchant: 'John Lewis',
        category: 'CREDIT',
        secondOfDay: 0,
      });
      control.addTransaction(card, {
        date: day(5),
        amountMinor: -6412,
        description: 'OCADO RETAIL LTD',
        merchant: 'Ocado',
      });
    },
  };
}

/** One purchase of these days gets a tenth cheaper, another is taken out; where there are two. */
function correctTheCard(
  control: EveningControl,
  card: string,
  { from, to }: { readonly from: string; readonly to: string },
): void {
  const purchases = control
    .truth(card)
    .booked.filter(({ date, amountMinor }) => date >= from && date <= to && amountMinor < 0);
  const [first, ...others] = purchases;
  const last = others.at(-1);
  if (first === undefined || last === undefined) return;
  control.amend(card, first.key, { amountMinor: Math.round(first.amountMinor * 0.9) });
  control.remove(card, last.key);
}
