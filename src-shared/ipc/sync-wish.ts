import * as z from 'zod';
import { parseCalendarDay } from '../calendar-day.ts';

const id = z.string().min(1).max(200);
const day = z.string().refine((text) => parseCalendarDay(text) !== null, 'a calendar day, YYYY-MM-DD');

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
