import { useState, type ReactNode } from 'react';
import type { AppSettings } from '#shared/ipc/app-settings.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useWindow } from '../state/window-context.ts';
import { backupWords } from '../words/words.ts';
import { BackupsTable } from '../backups/backups-table.tsx';
import { StepsDialog } from '../backups/steps-dialog.tsx';
import { useReplaceLedger } from '../backups/use-replace-ledger.ts';
import { Setting, SettingGroup } from './setting.tsx';

/** How often the ledger is copied, which copies there are, and how one is put back. */
export function BackupsSection({ settings }: { settings: AppSettings }): ReactNode {
  const { store } = useWindow();
  const { answer: backups, askAgain: reload } = useAnswer('backups.list', null);
  const [isMaking, setMaking] = useState(false);
  const { steps, isBusy, replace, dismiss } = useReplaceLedger(reload);
  const make = async (): Promise<void> => {
    setMaking(true);
    await store.act('backups.make', null);
    setMaking(false);
    reload();
  };
  return (
    <SettingGroup title={backupWords.title}>
      <p className="quiet">{backupWords.under}</p>
      <Setting label={backupWords.every} hint={backupWords.everyHint}>
        {({ id, describedBy }) => (
          <select
            id={id}
            aria-describedby={describedBy}
            value={String(settings.backUpEveryDays)}
            onChange={(event) => {
              const [days] = backupWords.choices.find(([each]) => String(each) === event.target.value) ?? [
                null,
              ];
              void store.act('settings.change', { backUpEveryDays: days });
            }}
          >
            {backupWords.choices.map(([days, words]) => (
              <option key={String(days)} value={String(days)}>
                {words}
              </option>
            ))}
          </select>
        )}
      </Setting>
      {backups === null ? null : (
        <BackupsTable
          backups={backups}
          onRestore={(fileName) => void replace('backups.restore', { fileName })}
          onShow={({ fileName }) => void store.act('backups.reveal', { fileName })}
        />
      )}
      <p className="setting-ways" role="status">
        <button type="button" className="button" disabled={isMaking || isBusy} onClick={() => void make()}>
          {isMaking ? backupWords.making : backupWords.make}
        </button>
        <button
          type="button"
          className="button"
          disabled={isMaking || isBusy}
          onClick={() => void replace('backups.restore-other', null)}
        >
          {backupWords.other}
        </button>
        {isBusy ? backupWords.working : null}
      </p>
      {steps === null ? null : <StepsDialog steps={steps} onClose={dismiss} />}
    </SettingGroup>
  );
}
