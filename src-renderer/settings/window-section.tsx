import type { ReactNode } from 'react';
import type { AppSettings } from '#shared/ipc/app-settings.ts';
import { Segmented } from '../parts/segmented.tsx';
import { useWindow } from '../state/window-context.ts';
import { SettingGroup } from './setting.tsx';
import { settingsWords as words } from '../words/words.ts';

const themes = (['system', 'light', 'dark'] as const).map((theme) => [theme, words.themes[theme]] as const);

/** How the window looks. */
export function WindowSection({ settings }: { settings: AppSettings }): ReactNode {
  const { store } = useWindow();
  return (
    <SettingGroup title={words.window}>
      <div className="setting">
        <p className="setting-words">{words.theme}</p>
        <Segmented
          label={words.theme}
          value={settings.theme}
          choices={themes}
          onChange={(theme) => void store.act('settings.change', { theme })}
        />
      </div>
    </SettingGroup>
  );
}
