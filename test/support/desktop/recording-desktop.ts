import type { AppSettings } from '#shared/ipc/app-settings.ts';
import { ipcPushes, type IpcMessage, type IpcPush } from '#shared/ipc/ipc-contract.ts';
import type { Desktop } from '../../../src-main/app/app-deps.ts';
import type { Notice } from '../../../src-main/app/notices.ts';
import { mayOpenExternally } from '../../../src-main/desktop/external-address.ts';

/** A desktop that only writes down what it was asked to do. Pushes are decoded by the contract, as a window would. */
export interface RecordingDesktop extends Desktop {
  readonly notices: readonly Notice[];
  /** Consent pages, in order. */
  readonly opened: readonly string[];
  readonly clipboard: readonly string[];
  readonly applied: readonly AppSettings[];
  readonly revealed: readonly string[];
  /** What the user answers in the next dialogs for files; nothing by default. */
  readonly choose: (path: string | null) => void;
  readonly pushed: <P extends IpcPush>(name: P) => readonly IpcMessage<P>[];
  /** The user looks at the window, or stops. */
  readonly watch: (isWatched: boolean) => void;
  /** What a person at the browser does with the next consent pages; nothing by default. */
  readonly browse: (visit: (url: string) => Promise<void>) => void;
}

/** @see RecordingDesktop */
export function recordingDesktop(): RecordingDesktop {
  const notices: Notice[] = [];
  const opened: string[] = [];
  const clipboard: string[] = [];
  const applied: AppSettings[] = [];
  const revealed: string[] = [];
  let chosen: string | null = null;
  const pushes: { readonly name: IpcPush; readonly message: unknown }[] = [];
  let watched = false;
  let visit: (url: string) => Promise<void> = () => Promise.resolve();
  return {
    notices,
    opened,
    clipboard,
    applied,
    pushed: <P extends IpcPush>(name: P) =>
      pushes.filter((each) => each.name === name).map(({ message }) => message as IpcMessage<P>),
    watch: (isWatched) => {
      watched = isWatched;
    },
    browse: (next) => {
      visit = next;
    },
    push: (name, message) => {
      pushes.push({ name, message: ipcPushes[name].parse(structuredClone(message)) });
    },
    openConsentPage: async (url) => {
      opened.push(url);
      await visit(url);
    },
    mayOpenConsentPage: mayOpenExternally,
    openPage: () => Promise.resolve(),
    writeClipboard: (text) => void clipboard.push(text),
    revealFile: (path) => void revealed.push(path),
    chooseSaveFile: () => Promise.resolve(chosen),
    chooseFile: () => Promise.resolve(chosen),
    chooseFolder: () => Promise.resolve(chosen),
    choose: (path) => {
      chosen = path;
    },
    revealed,
    notify: (notice) => void notices.push(notice),
    isWatched: () => watched,
    applySettings: (settings) => void applied.push(settings),
  };
}
