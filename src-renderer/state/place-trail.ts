import type { WindowPlace } from './window-place.ts';

/** Where the window has been, so that one can go back as in a browser. */
export interface PlaceTrail {
  /** The user went on from one place to the next; what lay ahead is forgotten. */
  readonly went: (from: WindowPlace, to: WindowPlace) => void;
  /** The place before `now`, which is kept to go forward to; `null`: there is none. */
  readonly back: (now: WindowPlace) => WindowPlace | null;
  readonly forward: (now: WindowPlace) => WindowPlace | null;
}

/** So many steps are kept: more than anybody counts. */
const mostSteps = 50;

/** An empty trail. */
export function createPlaceTrail(): PlaceTrail {
  let past: readonly WindowPlace[] = [];
  let ahead: readonly WindowPlace[] = [];
  return {
    went: (from, to) => {
      // A filter is a part of where one is: the same list with another one is another step.
      if (JSON.stringify(from) === JSON.stringify(to)) return;
      past = [...past, from].slice(-mostSteps);
      ahead = [];
    },
    back: (now) => {
      const place = past.at(-1);
      if (place === undefined) return null;
      past = past.slice(0, -1);
      ahead = [...ahead, now];
      return place;
    },
    forward: (now) => {
      const place = ahead.at(-1);
      if (place === undefined) return null;
      ahead = ahead.slice(0, -1);
      past = [...past, now];
      return place;
    },
  };
}
