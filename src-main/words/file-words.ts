/** What a file is called when the user is asked where to save it. */
export const fileWords = {
  receipt: (jobId: string): string => `Passbook receipt ${jobId}.json`,
} as const;
