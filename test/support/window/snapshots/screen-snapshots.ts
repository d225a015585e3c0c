import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparePictures } from './compare-pictures.ts';
import { type FontWidths, fontWidthsSchema } from './measure-fonts.ts';
import { readPicture, shrinkPicture, writePicture } from './small-picture.ts';

/** Set by `npm run snapshots` to `all` or `some`: what is seen is kept, instead of compared. */
const taken = process.env['PASSBOOK_TAKE_SNAPSHOTS'];
const takesSnapshots = taken !== undefined;

const root = join(import.meta.dirname, '..', '..', '..', '..');
/** In Git. */
const folder = join(root, 'test', 'e2e', 'snapshots');
const fontsFile = join(folder, 'fonts.json');
/** Where the pictures of a difference go. */
const artifacts = join(root, 'artifacts', 'snapshots');

/** Both themes, in the order they are looked at: the dark is the light with other colours. */
export const colourSchemes = ['light', 'dark'] as const;
/** @see colourSchemes */
export type ColourScheme = (typeof colourSchemes)[number];

/** The screens that are compared: each of the sidebar's, the first ones, and a sync. */
export const mainScreens = [
  'welcome',
  'credentials',
  'overview',
  'insights',
  'syncing',
  'all transactions',
  'filters',
  'transaction',
  'review',
  'completeness',
  'activity',
  'receipt and timeline',
  'export',
  'settings',
] as const;

const fileOf = (name: string, scheme: ColourScheme): string => `${name.replaceAll(' ', '-')}-${scheme}.png`;

/** Why pictures of this machine cannot be compared with the kept ones, as a sentence for `skip`; or `null`. */
export function otherFonts(seen: FontWidths): string | null {
  mkdirSync(folder, { recursive: true });
  // One picture in other fonts than the rest would make all others wrong.
  if (taken === 'all') writeFileSync(fontsFile, `${JSON.stringify(seen, null, 2)}\n`);
  if (!existsSync(fontsFile)) return null;
  const kept = fontWidthsSchema.parse(JSON.parse(readFileSync(fontsFile, 'utf8')));
  const others = Object.keys(kept).filter((face) => kept[face] !== seen[face]);
  if (others.length === 0) return null;
  const widths = others.map((face) => `${String(seen[face])} instead of ${String(kept[face])} in "${face}"`);
  return `the snapshots were taken with other fonts: a sample text is ${widths.join(', ')} wide, in hundredths of a pixel`;
}

/**
 * Compares a screenshot with the kept one, or keeps it.
 * @returns what is wrong, with the path of a picture that shows it; `null` when nothing is.
 */
export function checkSnapshot(name: string, scheme: ColourScheme, screenshot: Uint8Array): string | null {
  const file = fileOf(name, scheme);
  const path = join(folder, file);
  const seen = shrinkPicture(screenshot);
  if (takesSnapshots) {
    const kept = existsSync(path) ? readPicture(readFileSync(path)) : null;
    // A picture that is as good as the kept one would only be noise in the history.
    if (kept === null || !comparePictures(kept, seen).isTolerable) writeFileSync(path, writePicture(seen));
    return null;
  }
  if (!existsSync(path)) return `There is no test/e2e/snapshots/${file} yet. ${howToTake(name)}`;
  const { isTolerable, words, picture } = comparePictures(readPicture(readFileSync(path)), seen);
  if (isTolerable) return null;
  mkdirSync(artifacts, { recursive: true });
  writeFileSync(join(artifacts, file), writePicture(seen));
  const differing = `artifacts/snapshots/${file.replace('.png', '-difference.png')}`;
  if (picture !== null) writeFileSync(join(root, differing), writePicture(picture));
  return (
    `"${name}" looks different, ${scheme}: ${words}. Red in ${picture === null ? 'no picture' : differing}; ` +
    `now artifacts/window/${file}, before test/e2e/snapshots/${file}. If it is meant to: ${howToTake(name)}`
  );
}

const howToTake = (name: string): string => `npm run snapshots -- "${name}"`;

/** Kept pictures of screens that are not compared any more. */
export function straySnapshots(): readonly string[] {
  const known = mainScreens.flatMap((name) => colourSchemes.map((scheme) => fileOf(name, scheme)));
  return globSync('*.png', { cwd: folder }).filter((file) => !known.includes(file));
}
