import type { ReactNode } from 'react';
import type { AppState } from '#shared/ipc/app-state.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWindow } from '../state/window-context.ts';
import { SettingGroup } from './setting.tsx';

const secretWords: Readonly<Record<AppState['secretsIn'], string>> = {
  keychain: "Tokens and secrets are in your system's keychain, and nowhere else.",
  memory: 'There is no keychain in use: connections end when Passbook is closed.',
  nowhere: "Your system's keychain cannot be used, so no bank can be connected for longer than one run.",
};

/** Where the data lies, where the secrets are, which Passbook this is. */
export function AboutSection({ app }: { app: AppState }): ReactNode {
  const { store } = useWindow();
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
      <p>{secretWords[app.secretsIn]}</p>
      <p className="quiet">Passbook {app.appVersion}</p>
    </SettingGroup>
  );
}
