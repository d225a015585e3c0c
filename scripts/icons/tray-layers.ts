import type { Layer } from './paint.ts';
import { arc, circle, roundedBox, type Shape, stroke, triangle, union, without } from './shapes.ts';

/** As `TrayIcon` in the app names them. */
export const trayStates = ['fine', 'syncing', 'needs-you', 'failed', 'paused'] as const;
type TrayState = (typeof trayStates)[number];

/** `template`: shape only, for macOS to colour. */
export const trayStyles = ['on-light', 'on-dark', 'Template'] as const;
type TrayStyle = (typeof trayStyles)[number];

/** The tray is drawn in a square of so many units. */
export const trayUnit = 16;

const inks: Readonly<Record<TrayStyle, string>> = {
  'on-light': '#1d232b',
  'on-dark': '#ffffff',
  Template: '#000000',
};
const badgeColours: Readonly<Record<Exclude<TrayState, 'fine'>, string>> = {
  syncing: '#2f7fe0',
  'needs-you': '#d98200',
  failed: '#d5372f',
  paused: '#7a8594',
};

/** A little bank book: cover, spine, two lines of writing. */
const book = union(
  without(roundedBox(2, 1, 13, 14, 2), roundedBox(3.4, 2.4, 11.6, 12.6, 0.8)),
  stroke(5.4, 2, 5.4, 13, 1.1),
  stroke(7.6, 5, 9.9, 5, 1.1),
  stroke(7.6, 7.6, 9.9, 7.6, 1.1),
);

/** Each state has a form of its own: colour alone would not reach everybody, nor a template image. */
const signs: Readonly<Record<Exclude<TrayState, 'fine'>, Shape>> = {
  syncing: union(arc(11.4, 11.4, 2.5, 1.2, 0.55, 0.3), triangle(12.1, 15.6, 9.6, 14.7, 11.7, 12.5)),
  'needs-you': union(stroke(11.4, 9, 11.4, 11.7, 1.4), circle(11.4, 13.8, 0.85)),
  failed: union(stroke(9.8, 9.8, 13, 13, 1.4), stroke(13, 9.8, 9.8, 13, 1.4)),
  paused: union(stroke(10.2, 9.6, 10.2, 13.2, 1.5), stroke(12.6, 9.6, 12.6, 13.2, 1.5)),
};

/** What to paint for a state: the book, and in its corner, cut free of it, the state's sign. */
export function trayLayers(state: TrayState, style: TrayStyle): readonly Layer[] {
  const ink = inks[style];
  if (state === 'fine') return [{ shape: book, colour: ink }];
  const freed = without(book, circle(11.4, 11.4, 5.2));
  if (style === 'Template') {
    return [{ shape: union(freed, without(circle(11.4, 11.4, 4.4), signs[state])), colour: ink }];
  }
  return [
    { shape: freed, colour: ink },
    { shape: circle(11.4, 11.4, 4.4), colour: badgeColours[state] },
    { shape: signs[state], colour: '#ffffff' },
  ];
}
