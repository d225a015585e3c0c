import type { Fault } from '../faults/fault-schema.ts';
import type { EveningCast } from './evening.ts';

/**
 * The first look after the evening is asked to wait a little: a pause is part of what people should see. Once only, as
 * Passbook goes on slowly for a while after it.
 */
export const eveningFaults = ({ card }: EveningCast): readonly Fault[] => [
  {
    kind: 'error',
    endpoint: 'transactions',
    accountId: card,
    fromCall: 1,
    count: 1,
    error: 'provider_too_many_requests',
    retryAfter: { seconds: 1 },
  },
];
