import type { AppSettings } from '#shared/ipc/app-settings.ts';

type Hours = AppSettings['syncEveryHours'];

/** How often to sync in the background. Never more than four a day: banks allow no more in the background (PSD2). */
export const scheduleChoices: readonly Hours[] = [null, 6, 8, 12, 24];

/** What a `<select>` gives back, as a setting; unknown text is "only when I ask". */
export const hoursOf = (value: string): Hours =>
  scheduleChoices.find((hours) => String(hours) === value) ?? null;
