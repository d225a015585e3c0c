import type { ReactNode } from 'react';
import type { AppSettings } from '#shared/ipc/app-settings.ts';
import { nearInstantText } from '../format/day-text.ts';
import { useWindow } from '../state/window-context.ts';
import { hoursOf, scheduleChoices } from './schedule-choices.ts';
import { Setting, SettingGroup, Switch } from './setting.tsx';
import { settingsWords as words } from '../words/words.ts';

/** What Passbook does while nobody looks. */
export function BackgroundSection({ settings }: { settings: AppSettings }): ReactNode {
  const { store } = useWindow();
  const { pausedUntilIso } = settings;
  return (
    <SettingGroup title={words.background}>
      <Setting label={words.syncByItself} hint={words.syncByItselfHint}>
        {({ id, describedBy }) => (
          <select
            id={id}
            value={String(settings.syncEveryHours)}
            aria-describedby={describedBy}
            onChange={(event) =>
              void store.act('settings.change', { syncEveryHours: hoursOf(event.target.value) })
            }
          >
            {scheduleChoices.map((hours) => (
              <option key={String(hours)} value={String(hours)}>
                {words.every[hours ?? 'never']}
              </option>
            ))}
          </select>
        )}
      </Setting>
      <div className="setting">
        <p className="setting-words">
          {pausedUntilIso === null
            ? words.notPaused
            : words.pausedUntil(nearInstantText(pausedUntilIso, store.nowMs()))}
        </p>
        {pausedUntilIso === null ? (
          <span className="setting-ways">
            <button
              type="button"
              className="button"
              onClick={() => void store.act('background.pause', { until: 'hour' })}
            >
              {words.pauseHour}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => void store.act('background.pause', { until: 'tomorrow' })}
            >
              {words.pauseTomorrow}
            </button>
          </span>
        ) : (
          <button type="button" className="button" onClick={() => void store.act('background.resume', null)}>
            {words.resume}
          </button>
        )}
      </div>
      <Switch
        label={words.tray}
        hint={words.trayHint}
        isOn={settings.keepInTray}
        onChange={(keepInTray) => void store.act('settings.change', { keepInTray })}
      />
      <Switch
        label={words.notifications}
        hint={words.notificationsHint}
        isOn={settings.notifications}
        onChange={(notifications) => void store.act('settings.change', { notifications })}
      />
      <Switch
        label={words.launchAtLogin}
        isOn={settings.launchAtLogin}
        onChange={(launchAtLogin) => void store.act('settings.change', { launchAtLogin })}
      />
    </SettingGroup>
  );
}
