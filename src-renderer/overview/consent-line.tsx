import type { ReactNode } from 'react';
import type { ConnectionStatus } from '#shared/ipc/app-state.ts';
import { useNow } from '../state/use-now.ts';
import { consentWords } from './consent-words.ts';

const dayStepMs = 60_000;

/** How long the consent lasts. */
export function ConsentLine({ connection }: { connection: ConnectionStatus }): ReactNode {
  const consent = consentWords(connection, useNow(dayStepMs));
  if (consent === null) return null;
  return <span className={consent.soon ? 'health health-bad' : 'quiet'}>{consent.words}</span>;
}
