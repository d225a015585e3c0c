import type { ReactNode } from 'react';
import type { ConnectionStatus } from '#shared/ipc/app-state.ts';
import { instantText } from '../format/day-text.ts';
import { Icon } from '../parts/icon.tsx';
import { useNow } from '../state/use-now.ts';
import { healthMark } from './health-words.ts';

const ageStepMs = 15_000;

/** State and age of a connection, growing older by itself; on hover the moment of its last sync. */
export function HealthLine({ connection }: { connection: ConnectionStatus }): ReactNode {
  const at = connection.lastSyncedAt;
  const { icon, words, tone } = healthMark(connection, useNow(ageStepMs));
  return (
    <span className={`health health-${tone}`} title={at === null ? undefined : instantText(at)}>
      <Icon name={icon} spins={tone === 'busy'} />
      {words}
    </span>
  );
}
