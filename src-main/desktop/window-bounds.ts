import type { WindowMemory } from '../settings/app-memory.ts';

/** A rectangle on the desktop, in the screen's coordinates. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest the page is laid out for. */
export const smallestWindow = { width: 720, height: 520 } as const;
const usual = { width: 1080, height: 760 } as const;

/** So much of the title bar must be on a screen for a hand to grab it. */
const grip = { width: 120, height: 24 } as const;

/**
 * Where to open the window: where it was, if that is still on a screen; in the middle (no `x` and `y`) otherwise, since
 * screens come and go. `workAreas`: of all displays.
 */
export function windowBounds(
  remembered: WindowMemory | null,
  workAreas: readonly Area[],
): { readonly x?: number; readonly y?: number; readonly width: number; readonly height: number } {
  if (remembered === null) return usual;
  const { x, y } = remembered;
  const width = Math.max(smallestWindow.width, Math.round(remembered.width));
  const height = Math.max(smallestWindow.height, Math.round(remembered.height));
  const isReachable = workAreas.some(
    (area) =>
      Math.min(x + width, area.x + area.width) - Math.max(x, area.x) >= grip.width &&
      y >= area.y &&
      y + grip.height <= area.y + area.height,
  );
  return isReachable ? { x: Math.round(x), y: Math.round(y), width, height } : { width, height };
}
