import { useState, type ReactNode } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { useWindow } from '../state/window-context.ts';
import { settingsWords } from '../words/words.ts';
import { SettingGroup } from './setting.tsx';

/** The report for when something is wrong: shown whole, then saved as shown. */
export function ReportSection(): ReactNode {
  const { store } = useWindow();
  const [text, setText] = useState<string | null>(null);
  const [fileName, setFileName] = useState<string | null>(null);
  const show = async (): Promise<void> => {
    const made = await store.act('diagnostics.preview', null);
    setFileName(null);
    setText(made?.text ?? null);
  };
  const save = async (): Promise<void> => {
    const saved = await store.act('diagnostics.save', null);
    setFileName(saved?.fileName ?? null);
  };
  return (
    <SettingGroup title={settingsWords.reportTitle}>
      <p>{settingsWords.report}</p>
      <p className="setting-ways">
        <button type="button" className="button" onClick={() => void show()}>
          {settingsWords.showReport}
        </button>
      </p>
      {text === null ? null : (
        <Dialog
          title={settingsWords.reportDialog}
          className="dialog dialog-wide"
          onClose={() => setText(null)}
        >
          <pre className="report" tabIndex={0} aria-label={settingsWords.reportDialog}>
            {text}
          </pre>
          <p role="status">{fileName === null ? null : settingsWords.savedReport(fileName)}</p>
          <div className="dialog-ways">
            <button type="button" className="button" onClick={() => setText(null)}>
              {settingsWords.close}
            </button>
            <button type="button" className="button button-main" onClick={() => void save()}>
              {settingsWords.saveReport}
            </button>
          </div>
        </Dialog>
      )}
    </SettingGroup>
  );
}
