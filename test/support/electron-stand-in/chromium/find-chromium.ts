import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian's `/usr/bin/chromium` is a shell script that costs a tenth of a second: the program behind it comes first. */
const usualPlaces = [
  '/usr/lib/chromium/chromium',
  '/usr/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const usualNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Path of an installed Chromium, `PASSBOOK_CHROMIUM` first; `null` when there is none. */
export function findChromium(env: NodeJS.ProcessEnv): string | null {
  const inPath = (env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => usualNames.map((name) => join(folder, name)));
  const places = [env['PASSBOOK_CHROMIUM'], ...usualPlaces, ...inPath];
  return places.find((place) => place !== undefined && place !== '' && existsSync(place)) ?? null;
}
