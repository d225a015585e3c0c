import type { InAnyLanguage } from '#shared/words/in-any-language.ts';
import { english } from './english.ts';

/** Everything the desktop app says outside of its window, in one language. */
type DesktopWords = InAnyLanguage<typeof english>;

/** The words for a reader. `locale`: BCP 47. There is English so far. */
const wordsOf = (_locale: string): DesktopWords => english;

/** The one door to what tray, notifications, menu and the browser's last page say: chosen once, when the app starts. */
export const {
  tray: trayWords,
  notices: noticeWords,
  menu: menuWords,
  redirectPage: redirectWords,
} = wordsOf(new Intl.DateTimeFormat().resolvedOptions().locale);
