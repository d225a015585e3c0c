import * as z from 'zod';

/** Days looked back behind the covered edge: cards of some banks deliver rows days late, stamped with the purchase day. */
export const usualLookBackDays = 14;

/** How every sync of a user goes, whatever it is asked for. */
export const syncHabitsSchema = z.object({
  /** Days before the newest answered one that are asked again. */
  lookBackDays: z.int().min(1).max(90),
  /** Whether the bank is asked what is pending. */
  withPending: z.boolean(),
});
/** @see syncHabitsSchema */
export type SyncHabits = Readonly<z.infer<typeof syncHabitsSchema>>;

/** What a user who has set nothing gets. */
export const usualHabits: SyncHabits = { lookBackDays: usualLookBackDays, withPending: true };
