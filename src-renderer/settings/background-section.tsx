import type { ReactNode } from 'react';
import type { AppSettings } from '#shared/ipc/app-settings.ts';
import { nearInstantText } from '../format/day-text.ts';
import { useWindow } from '../state/window-context.ts';
import { hoursOf, scheduleChoices } from './schedule-choices.ts';
import { Setting, SettingGroup, Switch } from './setting.tsx';

/** What Passbook does while nobody looks. */
export function BackgroundSection({ settings }: { settings: AppSettings }): ReactNode {
  const { store } = useWindow();
  const { pausedUntilIso } = settings;
  return (
    <SettingGroup title="In the background">
      <Setting
        label="Sync by itself"
        hint="Banks allow four background syncs a day; pressing Sync is not counted."
      >
        {({ id, describedBy }) => (
          <select
            id={id}
            value={String(settings.syncEveryHours)}
            aria-describedby={describedBy}
            onChange={(event) =>
              void store.act('settings.change', { syncEveryHours: hoursOf(event.target.value) })
            }
          >
            {scheduleChoices.map(([hours, words]) => (
              <option key={String(hours)} value={String(hours)}>
                {words}
              </option>
            ))}
          </select>
        )}
      </Setting>
      <div className="setting">
        <p className="setting-words">
          {pausedUntilIso === null
            ? 'Background syncs are not paused.'
            : `Background syncs are paused until ${nearInstantText(pausedUntilIso, store.nowMs())}.`}
        </p>
        {pausedUntilIso === null ? (
          <span className="setting-ways">
            <button
              type="button"
              className="button"
              onClick={() => void store.act('background.pause', { until: 'hour' })}
            >
              Pause for an hour
            </button>
            <button
              type="button"
              className="button"
              onClick={() => void store.act('background.pause', { until: 'tomorrow' })}
            >
              Pause until tomorrow
            </button>
          </span>
        ) : (
          <button type="button" className="button" onClick={() => void store.act('background.resume', null)}>
            Resume
          </button>
        )}
      </div>
      <Switch
        label="Stay in the tray"
        hint="Closing the window leaves Passbook in the tray, where it goes on syncing."
        isOn={settings.keepInTray}
        onChange={(keepInTray) => void store.act('settings.change', { keepInTray })}
      />
      <Switch
        label="Notifications"
        hint="Only for new transactions, failures you can mend, and a consent that ends soon."
        isOn={settings.notifications}
        onChange={(notifications) => void store.act('settings.change', { notifications })}
      />
      <Switch
        label="Start when you sign in"
        isOn={settings.launchAtLogin}
        onChange={(launchAtLogin) => void store.act('settings.change', { launchAtLogin })}
      />
    </SettingGroup>
  );
}
