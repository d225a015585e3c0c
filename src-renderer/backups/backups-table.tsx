import { useState, type ReactNode } from 'react';
import type { BackupFile } from '#shared/backups.ts';
import { bytesText } from '../format/bytes-text.ts';
import { instantText } from '../format/day-text.ts';
import { backupWords } from '../words/words.ts';
import { RestoreDialog } from './restore-dialog.tsx';

/**
 * The copies there are, each to be put back once it was looked into. A damaged ledger that was set aside is shown, but
 * not offered.
 */
export function BackupsTable(props: {
  backups: readonly BackupFile[];
  onRestore: (fileName: string) => void;
  onShow?: (backup: BackupFile) => void;
}): ReactNode {
  const { backups, onRestore, onShow } = props;
  const [chosen, setChosen] = useState<BackupFile | null>(null);
  if (backups.length === 0) return <p className="quiet">{backupWords.none}</p>;
  return (
    <div className="backups">
      <table>
        <thead>
          <tr>
            <th scope="col">{backupWords.columns.made}</th>
            <th scope="col">{backupWords.columns.why}</th>
            <th scope="col" className="number">
              {backupWords.columns.size}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => {
            const when = instantText(backup.madeAt);
            return (
              <tr key={backup.fileName}>
                <th scope="row">{when}</th>
                <td>{backupWords.reasons[backup.reason]}</td>
                <td className="number">{bytesText(backup.bytes)}</td>
                <td className="backup-ways">
                  {backup.reason === 'damaged' ? null : (
                    <button
                      type="button"
                      className="button button-quiet"
                      aria-label={backupWords.putBackOf(when)}
                      onClick={() => setChosen(backup)}
                    >
                      {backupWords.putBack}
                    </button>
                  )}
                  {onShow === undefined ? null : (
                    <button
                      type="button"
                      className="button button-quiet"
                      aria-label={backupWords.showOf(when)}
                      onClick={() => onShow(backup)}
                    >
                      {backupWords.show}
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {chosen === null ? null : (
        <RestoreDialog
          backup={chosen}
          onClose={() => setChosen(null)}
          onConfirm={() => {
            setChosen(null);
            onRestore(chosen.fileName);
          }}
        />
      )}
    </div>
  );
}
