import { clipboard, nativeTheme, shell } from 'electron';
import type { Desktop } from '../app/app-deps.ts';
import type { Notice } from '../app/notices.ts';
import { externalPages, mayOpenExternally } from './external-address.ts';
import { fileDialogs } from './file-dialogs.ts';
import { launchAtLogin } from './launch-at-login.ts';
import type { MainWindow } from './main-window.ts';
import { showNotice } from './show-notice.ts';
import type { TestRecords } from './test-records.ts';

/** What the core asks of the desktop, done by Electron; in test mode recorded, so that nothing reaches out. */
export function desktopServices(
  window: MainWindow,
  onNotice: (notice: Notice) => void,
  records: TestRecords | null,
): Desktop {
  const open = async (url: string, authUrl: string | null): Promise<void> => {
    if (!mayOpenExternally(url, authUrl)) throw new Error('An address that may not be opened');
    if (records === null) await shell.openExternal(url);
    else records.openedLinks.push(url);
  };
  return {
    push: window.push,
    openConsentPage: open,
    mayOpenConsentPage: mayOpenExternally,
    openPage: (page) => open(externalPages[page], null),
    writeClipboard: (text) => {
      if (records === null) void clipboard.writeText(text);
      else records.clipboard.push(text);
    },
    revealFile: (path) => {
      if (records === null) shell.showItemInFolder(path);
      else records.revealedFiles.push(path);
    },
    ...fileDialogs,
    notify: (notice) => {
      if (records === null) showNotice(notice, onNotice);
      else records.notices.push(notice);
    },
    isWatched: window.isWatched,
    applySettings: (settings) => {
      nativeTheme.themeSource = settings.theme;
      if (records === null) launchAtLogin(settings.launchAtLogin);
      else records.appliedSettings.push(settings);
    },
  };
}
