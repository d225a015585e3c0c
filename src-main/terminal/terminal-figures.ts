import type { Figures } from '#shared/words/completeness-words.ts';
import { readableDay, readableInstant } from '#shared/words/readable-time.ts';
import { moneyText } from './money-text.ts';

/** Amounts, days and moments in sentences that the window says too, by its own lights. */
export const terminalFigures: Figures = { money: moneyText, day: readableDay, instant: readableInstant };
