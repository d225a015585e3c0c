import type { Fault } from '../faults/fault-schema.ts';
import type { EveningCast } from './evening.ts';

/** The first look after the evening is asked to wait a little, twice: a pause is part of what people should see. */
export const eveningFaults = ({ current, card }: EveningCast): readonly Fault[] =>
  [...new Set([current, card])].map((accountId) => ({
    kind: 'error',
    endpoint: 'transactions',
    accountId,
    fromCall: 1,
    count: 1,
    error: 'provider_too_many_requests',
    retryAfter: { seconds: 1 },
  }));
