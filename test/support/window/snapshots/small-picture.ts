import { PNG } from 'pngjs';

/** A picture of block means, RGBA, eight bits each, rows from the top. */
export interface SmallPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * So many screen pixels squared become one. Large enough that the edge of a letter is a shade of its block, small
 * enough that a line of text is three blocks high.
 */
const blockSide = 5;
const channels = 4;

/** Shrinks a screenshot to the means of its blocks; what is left over at the right and the bottom is cut off. */
export function shrinkPicture(png: Uint8Array): SmallPicture {
  const large = PNG.sync.read(Buffer.from(png));
  const width = Math.floor(large.width / blockSide);
  const height = Math.floor(large.height / blockSide);
  const data = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        data[(y * width + x) * channels + channel] = meanOfBlock(large, x, y, channel);
      }
    }
  }
  return { width, height, data };
}

function meanOfBlock({ width, data }: PNG, x: number, y: number, channel: number): number {
  let sum = 0;
  for (let row = y * blockSide; row < (y + 1) * blockSide; row += 1) {
    for (let column = x * blockSide; column < (x + 1) * blockSide; column += 1) {
      sum += data[(row * width + column) * channels + channel] ?? 0;
    }
  }
  return Math.round(sum / blockSide ** 2);
}

/** From a file that `writePicture` wrote. */
export const readPicture = (png: Uint8Array): SmallPicture => PNG.sync.read(Buffer.from(png));

/** Without transparency, which a screen has not: a quarter less. */
export function writePicture({ width, height, data }: SmallPicture): Uint8Array {
  const png = new PNG({ width, height });
  png.data.set(data);
  return PNG.sync.write(png, { colorType: 2, deflateLevel: 9 });
}
