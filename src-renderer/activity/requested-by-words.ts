import type { RequestedBy } from '#shared/job.ts';

const words: Readonly<Record<RequestedBy, string>> = {
  user: 'You asked',
  schedule: 'In the background',
  connect: 'After connecting',
  demo: 'Demo',
};

/** Who started a job; what a newer Passbook may have written stays as it is. */
export const requestedByWords = (requestedBy: string): string =>
  words[requestedBy as RequestedBy] ?? requestedBy;
