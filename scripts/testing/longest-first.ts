/** Files that take long, the longest first: by the clock, since some of them wait for a bank more than they compute. */
const longest = [
  'kills/kills',
  'sync/documented-errors',
  'sync/two-processes',
  'sync/storms',
  'terminal/bad-bank',
  'sync/first-minutes',
  'secrets/no-secret-anywhere',
  'stand-in/life-cycle',
  'sync/recurring-errors',
  'consent/two-hundred-days',
  'sync/again-and-on',
  'renderer/screens',
  'app/life-cycle',
  'app/troubles',
  'app/tray',
  'app/looks-and-keys',
  'app/no-secret',
  'app/pictures',
];

/**
 * The order in which a group's files begin: the long ones first, so that none begins last and runs alone while a core
 * has nothing to do; the others stay as they were. The list needs no upkeep to be right, only to be of use.
 */
export function longestFirst(files: readonly string[]): readonly string[] {
  const placeOf = (file: string): number => {
    const place = longest.findIndex((name) => file.endsWith(`/${name}.test.ts`));
    return place === -1 ? longest.length : place;
  };
  return files.toSorted((a, b) => placeOf(a) - placeOf(b));
}
