import * as z from 'zod';
import { calendarDaySchema as day } from '../calendar-day-schema.ts';

const id = z.string().min(1).max(200);

/** What a click on Sync asks for: everything, one connection, one account; a range of days if one was chosen. */
export const syncWishSchema = z
  .strictObject({
    connectionId: id.optional(),
    accountId: id.optional(),
    from: day.optional(),
    to: day.optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, 'from is not after to')
  .readonly();
export type SyncWish = z.infer<typeof syncWishSchema>;
