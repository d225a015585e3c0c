import { createRandom } from './seeded-random.ts';
import { epochDayOf } from './epoch-day.ts';
import { firstAskedPendingKey } from './life-row.ts';
import { planPurchase } from './planned-purchase.ts';
import type { PlannedRow } from './life-row.ts';
import type { Profile } from './profile.ts';

/** Exactly `count` rows that are pending at `nowMs`: made early today, settling two to four mornings from now. */
export function askedPending(
  seed: number,
  profile: Profile,
  count: number,
  nowMs: number,
): readonly PlannedRow[] {
  const today = epochDayOf(nowMs);
  const random = createRandom(seed, profile.accountId, 'pending');
  const settling = { fromDays: 2, toDays: 4, carriesPurchaseDay: profile.kind === 'card' };
  return Array.from({ length: count }, (_, place) =>
    planPurchase(random, firstAskedPendingKey + place, today, 0, settling),
  );
}
