import { languageFor } from '#shared/words/language-for.ts';
import { english } from './english.ts';
import { type DesktopWords, languages } from './languages.ts';

/** The language of the words: the best of those there are for the system's locale. BCP 47. */
export const wordsLanguage: string = languageFor(
  [new Intl.DateTimeFormat().resolvedOptions().locale],
  Object.keys(languages),
  'en',
);
const words: DesktopWords = languages[wordsLanguage] ?? english;

/** The one door to what tray, notifications, menu and the browser's last page say: chosen once, when the app starts. */
export const {
  tray: trayWords,
  notices: noticeWords,
  menu: menuWords,
  files: fileWords,
  redirectPage: redirectWords,
} = words;
