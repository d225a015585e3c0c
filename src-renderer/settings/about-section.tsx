import { useState, type ReactNode } from 'react';
import type { AppState } from '#shared/ipc/app-state.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWindow } from '../state/window-context.ts';
import { settingsWords } from '../words/settings-words.ts';
import { SettingGroup } from './setting.tsx';

const secretWords: Readonly<Record<AppState['secretsIn'], string>> = {
  keychain: "Tokens and secrets are in your system's keychain, and nowhere else.",
  memory: 'There is no keychain in use: connections end when Passbook is closed.',
  nowhere: "Your system's keychain cannot be used, so no bank can be connected for longer than one run.",
};

/** Where the data lies, where the secrets are, which Passbook this is. */
export function AboutSection({ app }: { app: AppState }): ReactNode {
  const { store } = useWindow();
  const [movedTo, setMovedTo] = useState<string | null>(null);
  const move = async (): Promise<void> => {
    const moved = await store.act('ledger.move', null);
    setMovedTo(moved?.ledgerPath ?? null);
  };
  return (
    <SettingGroup title="Your data">
      <p>The ledger is one SQLite file, readable with any tool that reads SQLite.</p>
      <p className="copy-line">
        <code>{app.ledgerPath}</code>
        <CopyButton text={app.ledgerPath} what="path of the ledger" />
        <button type="button" className="button" onClick={() => void store.act('ledger.reveal', null)}>
          <Icon name="folder" />
          Show in folder
        </button>
      </p>
      <div className="setting">
        <p className="setting-words quiet">{settingsWords.moveHint}</p>
        <button type="button" className="button" onClick={() => void move()}>
          {settingsWords.move}
        </button>
      </div>
      <p role="status">{movedTo === null ? null : settingsWords.moved(movedTo)}</p>
      <p>{secretWords[app.secretsIn]}</p>
      <p className="quiet">Passbook {app.appVersion}</p>
    </SettingGroup>
  );
}
