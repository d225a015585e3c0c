import { BrowserWindow, nativeTheme, screen, type WebContents } from 'electron';
import type { Place } from '#shared/ipc/app-state.ts';
import { pushChannel } from '#shared/ipc/ipc-names.ts';
import type { Progress } from '#shared/progress.ts';
import type { Push } from '../app/call-handlers.ts';
import type { WindowMemory } from '../settings/app-memory.ts';
import { appPage } from './app-address.ts';
import { taskbarProgress } from './taskbar-progress.ts';
import { createPageLeave } from './leave-page.ts';
import { smallestWindow, windowBounds } from './window-bounds.ts';

/** The app's one window, open or not. Everything it shows is in main: closing it loses nothing. */
export interface MainWindow {
  /** Opens it, or brings it to the front. */
  readonly show: () => void;
  readonly openPlace: (place: Place) => void;
  readonly push: Push;
  readonly showProgress: (progress: Progress | null) => void;
  readonly contents: () => WebContents | null;
  readonly isWatched: () => boolean;
  /** The page answers calls and listens: what waited for it is told now. */
  readonly pageIsUp: () => void;
  /** The page has put away what its fields held. */
  readonly pageHasLeft: () => void;
  /** Closes it for good, as soon as the page has put away what its fields hold; at once where there is none. */
  readonly leave: () => Promise<void>;
}

/** What it takes. */
export interface MainWindowDeps {
  readonly preloadFile: string;
  readonly recall: () => WindowMemory | null;
  readonly remember: (window: WindowMemory) => void;
  /** Told what is pushed to the page, for specs. */
  readonly onPush: (pushed: { readonly name: string; readonly message: unknown }) => void;
}

/** What is behind the page until its style sheet is there: no white flash in the dark. */
const backgrounds = { light: '#f6f7f9', dark: '#14171c' } as const;

/** Nothing is opened yet. */
export function createMainWindow({ preloadFile, recall, remember, onPush }: MainWindowDeps): MainWindow {
  let window: BrowserWindow | null = null;
  let waitingPlace: Place | null = null;
  let isUp = false;
  let progress: Progress | null = null;

  const push: Push = (name, message) => {
    if (window === null || window.isDestroyed()) return;
    onPush({ name, message });
    window.webContents.send(pushChannel, { name, message });
  };
  const pageLeave = createPageLeave(
    () => push('window.leaving', null),
    (act, ms) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
  );
  /** Its page holds nothing any more: it may go. */
  let left: BrowserWindow | null = null;
  const leave = async (leaving: BrowserWindow | null): Promise<void> => {
    if (leaving === null) return;
    if (isUp) await pageLeave.ask();
    left = leaving;
    if (!leaving.isDestroyed()) leaving.close();
  };
  const open = (): BrowserWindow => {
    const remembered = recall();
    const made = new BrowserWindow({
      ...windowBounds(
        remembered,
        screen.getAllDisplays().map(({ workArea }) => workArea),
      ),
      minWidth: smallestWindow.width,
      minHeight: smallestWindow.height,
      title: 'Passbook',
      show: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
      webPreferences: {
        preload: preloadFile,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
      },
    });
    if (remembered?.maximised === true) made.maximize();
    made.once('ready-to-show', () => made.show());
    made.on('close', (event) => {
      remember({ ...made.getNormalBounds(), maximised: made.isMaximized() });
      if (left === made || !isUp) return;
      event.preventDefault();
      void leave(made);
    });
    made.on('closed', () => {
      if (window === made) window = null;
      isUp = false;
    });
    // A reload takes the listeners with it.
    made.webContents.on('did-start-loading', () => {
      isUp = false;
    });
    made.setProgressBar(taskbarProgress(progress));
    void made.loadURL(appPage);
    return made;
  };

  return {
    show: () => {
      if (window === null) {
        window = open();
        return;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    openPlace: (place) => {
      if (isUp) push('place.open', place);
      else waitingPlace = place;
    },
    push,
    showProgress: (next) => {
      progress = next;
      window?.setProgressBar(taskbarProgress(next));
    },
    contents: () => window?.webContents ?? null,
    isWatched: () => window !== null && window.isVisible() && window.isFocused(),
    pageIsUp: () => {
      isUp = true;
      if (waitingPlace !== null) push('place.open', waitingPlace);
      waitingPlace = null;
    },
    pageHasLeft: pageLeave.answered,
    leave: () => leave(window),
  };
}
