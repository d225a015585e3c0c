import type { ReactNode } from 'react';
import { PageHead } from '../parts/page-head.tsx';
import { useWindowState } from '../state/window-context.ts';
import { AboutSection } from './about-section.tsx';
import { BackgroundSection } from './background-section.tsx';
import { BackupsSection } from './backups-section.tsx';
import { BankSection } from './bank-section.tsx';
import { ConnectionDataSection } from './connection-data-section.tsx';
import { CredentialsSection } from './credentials-section.tsx';
import { KeyboardSection } from './keyboard-section.tsx';
import { ReportSection } from './report-section.tsx';
import { WindowSection } from './window-section.tsx';
import { settingsWords as words } from '../words/words.ts';

/** Everything that can be set, what concerns the ledger together. A change counts at once; there is nothing to save. */
export function SettingsPage(): ReactNode {
  const app = useWindowState((state) => state.app);
  if (app === null) return null;
  return (
    <div className="settings">
      <PageHead title={words.title} under={words.under} />
      <BackgroundSection settings={app.settings} />
      <BankSection settings={app.settings} />
      <WindowSection settings={app.settings} />
      <CredentialsSection />
      <AboutSection app={app} />
      <BackupsSection settings={app.settings} />
      <ConnectionDataSection app={app} />
      <ReportSection />
      <KeyboardSection />
    </div>
  );
}
