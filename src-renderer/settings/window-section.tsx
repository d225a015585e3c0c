import type { ReactNode } from 'react';
import type { AppSettings } from '#shared/ipc/app-settings.ts';
import { Segmented } from '../parts/segmented.tsx';
import { useWindow } from '../state/window-context.ts';
import { SettingGroup } from './setting.tsx';

const themes = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

/** How the window looks. */
export function WindowSection({ settings }: { settings: AppSettings }): ReactNode {
  const { store } = useWindow();
  return (
    <SettingGroup title="Window">
      <div className="setting">
        <p className="setting-words">Theme</p>
        <Segmented
          label="Theme"
          value={settings.theme}
          choices={themes}
          onChange={(theme) => void store.act('settings.change', { theme })}
        />
      </div>
    </SettingGroup>
  );
}
