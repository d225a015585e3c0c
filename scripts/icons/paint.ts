import type { Shape } from './shapes.ts';

/** One shape in one colour, `#rrggbb`. Later layers lie over earlier ones. */
export interface Layer {
  readonly shape: Shape;
  readonly colour: string;
}

/** Each pixel is looked at in so many places a side, which smooths the edges. */
const samples = 6;

/** Paints layers, drawn in a square of `unit` units, into `size` x `size` pixels of RGBA. */
export function paint(layers: readonly Layer[], unit: number, size: number): Uint8Array {
  const rgba = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      rgba.set(pixel(layers, column, row, unit / size), (row * size + column) * 4);
    }
  }
  return rgba;
}

function pixel(layers: readonly Layer[], column: number, row: number, step: number): readonly number[] {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let at = 0; at < samples * samples; at += 1) {
    const x = (column + ((at % samples) + 0.5) / samples) * step;
    const y = (row + (Math.floor(at / samples) + 0.5) / samples) * step;
    const top = layers.findLast(({ shape }) => shape(x, y));
    if (top === undefined) continue;
    covered += 1;
    for (const channel of [0, 1, 2]) {
      sum[channel] =
        (sum[channel] ?? 0) + Number.parseInt(top.colour.slice(1 + channel * 2, 3 + channel * 2), 16);
    }
  }
  const mean = sum.map((total) => (covered === 0 ? 0 : Math.round(total / covered)));
  return [...mean, Math.round((covered * 255) / samples ** 2)];
}
