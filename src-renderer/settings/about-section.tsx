import { useState, type ReactNode } from 'react';
import type { AppState } from '#shared/ipc/app-state.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWindow } from '../state/window-context.ts';
import { settingsWords } from '../words/words.ts';
import { SettingGroup } from './setting.tsx';

/** Where the data lies, where the secrets are, which Passbook this is. */
export function AboutSection({ app }: { app: AppState }): ReactNode {
  const { store } = useWindow();
  const [movedTo, setMovedTo] = useState<string | null>(null);
  const move = async (): Promise<void> => {
    const moved = await store.act('ledger.move', null);
    setMovedTo(moved?.ledgerPath ?? null);
  };
  return (
    <SettingGroup title={settingsWords.data}>
      <p>{settingsWords.ledger}</p>
      <p className="copy-line">
        <code>{app.ledgerPath}</code>
        <CopyButton text={app.ledgerPath} label={settingsWords.copyPath} />
        <button type="button" className="button" onClick={() => void store.act('ledger.reveal', null)}>
          <Icon name="folder" />
          {settingsWords.showInFolder}
        </button>
      </p>
      <div className="setting">
        <div className="setting-words">
          <p>{settingsWords.place}</p>
          <p className="quiet">{settingsWords.moveHint}</p>
        </div>
        <button type="button" className="button" onClick={() => void move()}>
          {settingsWords.move}
        </button>
      </div>
      <p role="status">{movedTo === null ? null : settingsWords.moved(movedTo)}</p>
      <p>{settingsWords.secretsIn[app.secretsIn]}</p>
      <p className="quiet">{settingsWords.version(app.appVersion)}</p>
    </SettingGroup>
  );
}
