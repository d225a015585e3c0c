import type { Page } from 'playwright';
import * as z from 'zod';

/** Letters of every width, figures, signs of money. */
const sampleText = 'Hamburgefonstiv 0123456789 £€ ijlIWM';
const faces = ['400 14px var(--font)', '600 20px var(--font)', '400 12px var(--font-code)'];

/** The width of a sample text in each face of the window, in hundredths of a CSS pixel. */
export const fontWidthsSchema = z.record(z.string(), z.number()).readonly();
export type FontWidths = z.infer<typeof fontWidthsSchema>;

const measuring = `Object.fromEntries(${JSON.stringify(faces)}.map((font) => {
  const span = document.createElement('span');
  span.textContent = ${JSON.stringify(sampleText)};
  span.style.cssText = 'position: absolute; white-space: pre; visibility: hidden';
  span.style.font = font;
  document.body.append(span);
  const width = Math.round(span.getBoundingClientRect().width * 100);
  span.remove();
  return [font, width];
}))`;

/** Measures on a loaded page. Fonts are the machine's own, so a text is as wide only where they are the same. */
export const measureFonts = async (page: Page): Promise<FontWidths> =>
  fontWidthsSchema.parse(await page.evaluate(measuring));
