import type { Screen } from './screen.ts';

/** Quicker would only flicker; what is done sooner shows no line at all. */
const everyMs = 250;
const clearLine = '\r\u001b[K';

/** A line that counts up while something long runs, for people at a terminal only. Call what it returns at the end. */
export function showCounting(screen: Screen, words: () => string): () => void {
  if (!screen.live) return () => undefined;
  const timer = setInterval(() => screen.draw(clearLine + words()), everyMs);
  return () => {
    clearInterval(timer);
    screen.draw(clearLine);
  };
}
