import type { AppSettings } from '#shared/ipc/app-settings.ts';

type Hours = AppSettings['syncEveryHours'];

/** How often to sync in the background. Never more than four a day: banks allow no more in the background (PSD2). */
export const scheduleChoices: readonly (readonly [hours: Hours, words: string])[] = [
  [null, 'Only when I ask'],
  [6, 'Every 6 hours'],
  [8, 'Every 8 hours'],
  [12, 'Every 12 hours'],
  [24, 'Once a day'],
];

/** What a `<select>` gives back, as a setting; unknown text is "only when I ask". */
export const hoursOf = (value: string): Hours =>
  scheduleChoices.find(([hours]) => String(hours) === value)?.[0] ?? null;
