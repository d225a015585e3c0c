import { refusing } from '../refuse-missing.ts';
import { say } from '../say.ts';

/**
 * Electron's `dialog`. Nobody can answer one here, and a promise that never settles would only look like a hanging
 * app, so a question throws: specs put their answer in its place, as they must with the real one:
 * `electronApp.evaluate(({ dialog }) => { dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false }) })`.
 */
const unanswerable = (name: string) => () => {
  throw new Error(`dialog.${name} was shown and nobody can answer it here: a spec has to replace it first`);
};

/** Electron's `dialog`. */
export const dialog: object = refusing('dialog', {
  showMessageBox: unanswerable('showMessageBox'),
  showMessageBoxSync: unanswerable('showMessageBoxSync'),
  showOpenDialog: unanswerable('showOpenDialog'),
  showOpenDialogSync: unanswerable('showOpenDialogSync'),
  showSaveDialog: unanswerable('showSaveDialog'),
  showSaveDialogSync: unanswerable('showSaveDialogSync'),
  showErrorBox: (title: string, content: string) => say(`${title}\n${content}`),
});
