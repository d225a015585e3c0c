/** What a job was asked to do; `null` and absent mean all. */
export interface JobScope {
  readonly attended: boolean;
  readonly connectionId?: string | null | undefined;
  readonly accountId?: string | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/**
 * Whether a running job does all that a request asks, so that the asker can follow it. An unattended job asks the
 * bank for less than an attended one. A job with no `from` plans its own days, which may or may not reach a given
 * one: not covered. No `to` is today, as far as any bank answers.
 */
export const jobCovers = (job: JobScope, request: JobScope): boolean =>
  (job.attended || !request.attended) &&
  (job.connectionId ?? request.connectionId ?? null) === (request.connectionId ?? null) &&
  (job.accountId ?? request.accountId ?? null) === (request.accountId ?? null) &&
  coversFrom(job.from ?? null, request.from ?? null) &&
  coversTo(job.to ?? null, request.to ?? null);

const coversFrom = (job: string | null, request: string | null): boolean =>
  job === null || request === null ? job === request : job <= request;

const coversTo = (job: string | null, request: string | null): boolean =>
  job === null || (request !== null && job >= request);
