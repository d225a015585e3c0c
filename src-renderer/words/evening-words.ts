/** Why there was a second sync of the demo bank that nobody asked for: in a list, and as a sentence. */
export const eveningWords = {
  why: 'An evening at the demo bank',
  sentence: 'An evening has passed at the demo bank.',
} as const;
