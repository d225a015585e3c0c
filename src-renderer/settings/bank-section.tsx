import { useState, type ReactNode } from 'react';
import { appSettingsSchema, type AppSettings } from '#shared/ipc/app-settings.ts';
import { useWindow } from '../state/window-context.ts';
import { settingsWords } from '../words/settings-words.ts';
import { Setting, SettingGroup, Switch } from './setting.tsx';

const workerChoices = [1, 2, 3, 4, 6, 8, 12, 16] as const;
const lookBackChoices = [7, 14, 30, 60, 90] as const;
const psuIpSchema = appSettingsSchema.unwrap().shape.psuIp;

/** How the bank is asked. */
export function BankSection({ settings }: { settings: AppSettings }): ReactNode {
  const { store } = useWindow();
  const choices = workerChoices.filter((count) => count !== settings.syncWorkers);
  return (
    <SettingGroup title="Asking the bank">
      <Setting label="Accounts at a time" hint="More is faster until the bank asks for a pause (429).">
        {({ id, describedBy }) => (
          <select
            id={id}
            value={settings.syncWorkers}
            aria-describedby={describedBy}
            onChange={(event) =>
              void store.act('settings.change', { syncWorkers: Number(event.target.value) })
            }
          >
            {[...choices, settings.syncWorkers]
              .toSorted((a, b) => a - b)
              .map((count) => (
                <option key={count} value={count}>
                  {count}
                </option>
              ))}
          </select>
        )}
      </Setting>
      <Setting label={settingsWords.lookBack} hint={settingsWords.lookBackHint}>
        {({ id, describedBy }) => (
          <select
            id={id}
            value={settings.lookBackDays}
            aria-describedby={describedBy}
            onChange={(event) =>
              void store.act('settings.change', { lookBackDays: Number(event.target.value) })
            }
          >
            {[...new Set([...lookBackChoices, settings.lookBackDays])]
              .toSorted((a, b) => a - b)
              .map((days) => (
                <option key={days} value={days}>
                  {settingsWords.lookBackDays(days)}
                </option>
              ))}
          </select>
        )}
      </Setting>
      <Switch
        label={settingsWords.pending}
        hint={settingsWords.pendingHint}
        isOn={settings.withPending}
        onChange={(withPending) => void store.act('settings.change', { withPending })}
      />
      <PsuIp settings={settings} />
    </SettingGroup>
  );
}

function PsuIp({ settings }: { settings: AppSettings }): ReactNode {
  const { store } = useWindow();
  const [text, setText] = useState(settings.psuIp ?? '');
  const [isBad, setBad] = useState(false);
  const save = (): void => {
    const decoded = psuIpSchema.safeParse(text.trim() === '' ? null : text.trim());
    setBad(!decoded.success);
    if (decoded.success && decoded.data !== settings.psuIp) {
      void store.act('settings.change', { psuIp: decoded.data });
    }
  };
  return (
    <Setting
      label="Your internet address"
      hint={
        isBad
          ? 'This is not an IPv4 or IPv6 address; leave it empty if you are not sure.'
          : 'Told to the bank as a sign that you are present. Empty: the address of this machine.'
      }
    >
      {({ id, describedBy }) => (
        <input
          id={id}
          type="text"
          value={text}
          placeholder="automatic"
          spellCheck={false}
          aria-invalid={isBad}
          aria-describedby={describedBy}
          onChange={(event) => setText(event.target.value)}
          onBlur={save}
          onKeyDown={(event) => {
            if (event.key === 'Enter') save();
          }}
        />
      )}
    </Setting>
  );
}
