import type { Layer } from './paint.ts';
import { circle, roundedBox, stroke, union } from './shapes.ts';

/** The app's icon is drawn in a square of so many units. */
export const appUnit = 128;

/** A dark blue bank book with a spine, a round seal and rows of entries on its label. */
export const appLayers: readonly Layer[] = [
  { shape: roundedBox(22, 10, 108, 118, 14), colour: '#0f2f57' },
  { shape: roundedBox(26, 10, 112, 114, 14), colour: '#1f5fae' },
  { shape: roundedBox(26, 10, 44, 114, 8), colour: '#174a8a' },
  { shape: roundedBox(54, 26, 100, 98, 6), colour: '#f4f7fb' },
  {
    shape: union(stroke(62, 58, 92, 58, 5), stroke(62, 71, 92, 71, 5), stroke(62, 84, 82, 84, 5)),
    colour: '#9fb6d3',
  },
  { shape: circle(77, 41, 9), colour: '#e0a32e' },
  { shape: stroke(77, 36.5, 77, 45.5, 3), colour: '#f4f7fb' },
];
