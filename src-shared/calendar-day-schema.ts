import * as z from 'zod';
import { parseCalendarDay } from './calendar-day.ts';

/** A day that exists, `YYYY-MM-DD`, decoded at a border. */
export const calendarDaySchema = z
  .string()
  .refine((text) => parseCalendarDay(text) !== null, 'a calendar day, YYYY-MM-DD');
