/** Why there was a second sync of the demo bank that nobody asked for. */
export const eveningHasPassed = 'An evening has passed at the demo bank';
