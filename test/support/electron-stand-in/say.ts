/** A line for whoever runs the app in a terminal. */
export const say = (...words: readonly unknown[]): void => {
  const text = words
    .map((word) => (word instanceof Error ? (word.stack ?? word.message) : String(word)))
    .join(' ');
  process.stderr.write(`${text}\n`);
};
