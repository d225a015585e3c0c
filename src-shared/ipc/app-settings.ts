import * as z from 'zod';
import { syncHabitsSchema, usualHabits } from '../sync-habits.ts';

/** What the user can set. Kept in `settings.json` in the data folder; no secret in it. */
export const appSettingsSchema = z
  .strictObject({
    theme: z.enum(['system', 'light', 'dark']),
    /** Threads, and so accounts at a time. */
    syncWorkers: z.int().min(1).max(16),
    /** Hours between unattended syncs; `null`: only when asked. Banks allow four a day. */
    syncEveryHours: z.union([z.literal(6), z.literal(8), z.literal(12), z.literal(24)]).nullable(),
    ...syncHabitsSchema.shape,
    /** Days between copies of the ledger, made after a sync; `null`: none but those made by hand. */
    backUpEveryDays: z.union([z.literal(1), z.literal(7)]).nullable(),
    /** Closing the window leaves Passbook in the tray. */
    keepInTray: z.boolean(),
    notifications: z.boolean(),
    launchAtLogin: z.boolean(),
    /** Told to the bank while the user is present; `null`: the machine's outward address. */
    psuIp: z.union([z.ipv4(), z.ipv6()]).nullable(),
    /** Until when background syncs rest, UTC ISO 8601. */
    pausedUntilIso: z.string().nullable(),
  })
  .readonly();
export type AppSettings = z.infer<typeof appSettingsSchema>;

/** What a new user starts with. */
export const defaultAppSettings: AppSettings = {
  theme: 'system',
  syncWorkers: 2,
  syncEveryHours: 12,
  ...usualHabits,
  backUpEveryDays: 7,
  keepInTray: true,
  notifications: true,
  launchAtLogin: false,
  psuIp: null,
  pausedUntilIso: null,
};

/** What the settings screen may change; a pause has its own call. */
export const settingsChangeSchema = appSettingsSchema
  .unwrap()
  .omit({ pausedUntilIso: true })
  .partial()
  .strict()
  .readonly();
