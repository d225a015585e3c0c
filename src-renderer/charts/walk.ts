/** So many points a long step goes. */
const longStep = 10;

/**
 * Where a key leads on a chart of `count` points: arrows to the next, Page keys ten further, Home and End to the ends.
 * `null`: the key does not walk. Stays within the chart.
 */
export function walk(key: string, index: number, count: number): number | null {
  const within = (place: number): number => Math.max(0, Math.min(count - 1, place));
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return within(index + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(index - 1);
    case 'PageUp':
      return within(index + longStep);
    case 'PageDown':
      return within(index - longStep);
    case 'Home':
      return 0;
    case 'End':
      return within(count - 1);
    default:
      return null;
  }
}

/** The point nearest to a place on the chart; `at`: 0 at its left edge, 1 at its right. */
export const pointAt = (at: number, count: number): number =>
  Math.max(0, Math.min(count - 1, Math.round(at * count - 0.5)));
