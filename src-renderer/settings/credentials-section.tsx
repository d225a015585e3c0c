import { useState, type ReactNode } from 'react';
import type { Credentials } from '#shared/ipc/keeping-calls.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useWindow } from '../state/window-context.ts';
import { settingsWords } from '../words/words.ts';
import { ReplaceSecretDialog } from './replace-secret-dialog.tsx';
import { SettingGroup } from './setting.tsx';

/** Which TrueLayer clients are in use, and whether their secrets are there. */
export function CredentialsSection(): ReactNode {
  const { store } = useWindow();
  const { answer: known, askAgain: again } = useAnswer('credentials.list', null);
  const [replaced, setReplaced] = useState<Credentials | null>(null);
  if (known === null) return null;
  return (
    <SettingGroup title={settingsWords.credentialsTitle}>
      <p className="quiet">
        {known.length === 0 ? settingsWords.credentialsNone : settingsWords.credentials}
      </p>
      {known.map((each) => (
        <div key={`${each.environment} ${each.clientId}`} className="setting">
          <div className="setting-words">
            <p>
              {settingsWords.environments[each.environment]}: {each.banks.join(', ')}
            </p>
            <p className="quiet">
              {settingsWords.clientId} <code>{each.clientId}</code>.{' '}
              {each.hasSecret ? settingsWords.secretKept : settingsWords.secretMissing}.
            </p>
          </div>
          <span className="setting-ways">
            <button type="button" className="button" onClick={() => setReplaced(each)}>
              {settingsWords.replaceSecret}
            </button>
            {each.hasSecret ? (
              <button
                type="button"
                className="button"
                onClick={() => {
                  const { environment, clientId } = each;
                  void store.act('credentials.forget', { environment, clientId }).then(again);
                }}
              >
                {settingsWords.forget}
              </button>
            ) : null}
          </span>
        </div>
      ))}
      {replaced === null ? null : (
        <ReplaceSecretDialog
          credentials={replaced}
          onClose={() => {
            setReplaced(null);
            again();
          }}
        />
      )}
    </SettingGroup>
  );
}
