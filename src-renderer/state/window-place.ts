import type { Place } from '#shared/ipc/app-state.ts';
import type { TransactionListFilter } from '#shared/transaction-list.ts';

/** Where the window can be: what a notification may open, and what only the window itself leads to. */
export type WindowPlace =
  | Place
  /** `filter`: what to show of them; left out, the list as it was left. */
  | { readonly kind: 'all-transactions'; readonly filter?: TransactionListFilter }
  | { readonly kind: 'review' }
  | { readonly kind: 'insights' }
  | { readonly kind: 'activity' }
  | { readonly kind: 'export' }
  | { readonly kind: 'completeness' };

/** Two places are the same page. */
export const isSamePlace = (a: WindowPlace, b: WindowPlace): boolean => placeKey(a) === placeKey(b);

/** A key that is equal exactly for the same page. */
export function placeKey(place: WindowPlace): string {
  switch (place.kind) {
    case 'account':
      return `account ${place.accountId}`;
    case 'job':
      return `job ${place.jobId}`;
    default:
      return place.kind;
  }
}
