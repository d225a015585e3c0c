import pixelmatch from 'pixelmatch';
import type { SmallPicture } from './small-picture.ts';

/**
 * What `pixelmatch` calls the same: 0 is the very same colour, 1 is black and white. Letters drawn without subpixel
 * positions, about the most that another Chromium does to the same fonts, leave 7 to 33 blocks of a whole window beyond
 * this; a panel that moves by four pixels 620 and more.
 */
const colourTolerance = 0.15;
/** Blocks of 5 pixels squared that may differ: 0.13 % of a window of 1100 by 720. A button is about 20, a line of text 50. */
const blocksTolerated = 40;

/** How two pictures of one screen differ. */
export interface Difference {
  readonly isTolerable: boolean;
  /** A sentence's end: `312 of 31,680 blocks differ`. */
  readonly words: string;
  /** The new picture, faded, with what differs in red; `null` when the sizes differ. */
  readonly picture: SmallPicture | null;
}

/** Compares the means of blocks: the edges of letters are shades in them, a panel that moved is hundreds of them. */
export function comparePictures(kept: SmallPicture, seen: SmallPicture): Difference {
  const { width, height } = seen;
  if (kept.width !== width || kept.height !== height) {
    const words = `it is ${width} by ${height} blocks instead of ${kept.width} by ${kept.height}`;
    return { isTolerable: false, words, picture: null };
  }
  const data = new Uint8Array(seen.data.length);
  // No guessing at antialiased edges: means of blocks have none.
  const options = { threshold: colourTolerance, includeAA: true, alpha: 0.4 };
  const blocks = pixelmatch(kept.data, seen.data, data, width, height, options);
  return {
    isTolerable: blocks <= blocksTolerated,
    words: `${blocks} of ${width * height} blocks differ`,
    picture: { width, height, data },
  };
}
