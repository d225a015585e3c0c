import { BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import type { Desktop } from '../app/app-deps.ts';

/** The system's own dialogs for files, over the window where there is one. `null`: closed without an answer. */
export const fileDialogs: Pick<Desktop, 'chooseSaveFile' | 'chooseFile' | 'chooseFolder'> = {
  chooseSaveFile: async ({ suggestedName, extension }) => {
    const options: SaveDialogOptions = {
      defaultPath: suggestedName,
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    };
    const [window] = BrowserWindow.getAllWindows();
    const answer = await (window === undefined
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options));
    return answer.canceled || answer.filePath === '' ? null : answer.filePath;
  },
  chooseFile: ({ extensions }) =>
    open({
      properties: ['openFile'],
      filters: [{ name: extensions.join(', ').toUpperCase(), extensions: [...extensions] }],
    }),
  chooseFolder: () => open({ properties: ['openDirectory', 'createDirectory'] }),
};

async function open(options: OpenDialogOptions): Promise<string | null> {
  const [window] = BrowserWindow.getAllWindows();
  const answer = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}
