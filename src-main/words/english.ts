import { fileWords } from './file-words.ts';
import { menuWords } from './menu-words.ts';
import { noticeWords } from './notice-words.ts';
import { redirectWords } from './redirect-words.ts';
import { trayWords } from './tray-words.ts';

/** Everything the desktop app says outside of its window, in English; the window's own is src-renderer/words/english.ts. */
export const english = {
  tray: trayWords,
  notices: noticeWords,
  menu: menuWords,
  files: fileWords,
  redirectPage: redirectWords,
} as const;
