import { useState, type ReactNode } from 'react';
import { appSettingsSchema, type AppSettings } from '#shared/ipc/app-settings.ts';
import { usePutAway } from '../state/use-put-away.ts';
import { useWindow } from '../state/window-context.ts';
import { settingsWords } from '../words/words.ts';
import { Setting, SettingGroup, Switch } from './setting.tsx';
import { countText } from '../format/count-text.ts';

const workerChoices = [1, 2, 3, 4, 6, 8, 12, 16] as const;
const lookBackChoices = [7, 14, 30, 60, 90] as const;
const psuIpSchema = appSettingsSchema.unwrap().shape.psuIp;

/** How the bank is asked. */
export function BankSection({ settings }: { settings: AppSettings }): ReactNode {
  const { store } = useWindow();
  const choices = workerChoices.filter((count) => count !== settings.syncWorkers);
  return (
    <SettingGroup title={settingsWords.bank}>
      <Setting label={settingsWords.workers} hint={settingsWords.workersHint}>
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
                  {countText(count)}
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
  const save = async (): Promise<void> => {
    const decoded = psuIpSchema.safeParse(text.trim() === '' ? null : text.trim());
    setBad(!decoded.success);
    if (decoded.success && decoded.data !== settings.psuIp) {
      await store.act('settings.change', { psuIp: decoded.data });
    }
  };
  usePutAway(save);
  return (
    <Setting label={settingsWords.address} hint={isBad ? settingsWords.noAddress : settingsWords.addressHint}>
      {({ id, describedBy }) => (
        <input
          id={id}
          type="text"
          value={text}
          placeholder={settingsWords.addressUnset}
          spellCheck={false}
          aria-invalid={isBad}
          aria-describedby={describedBy}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => void save()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void save();
          }}
        />
      )}
    </Setting>
  );
}
