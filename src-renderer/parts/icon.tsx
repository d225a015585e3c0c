import type { ReactNode } from 'react';

/** Drawn on a 16 by 16 grid in the colour of the text around; 1.5 wide strokes. */
const drawings = {
  sync: 'M13.5 8a5.5 5.5 0 0 1-9.9 3.3M2.5 8a5.5 5.5 0 0 1 9.9-3.3M12.6 1.8v3h-3M3.4 14.2v-3h3',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  warning: 'M8 2.2 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.1',
  clock: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 4.8V8l2.2 1.6',
  cross: 'M4 4l8 8M12 4l-8 8',
  calendar: 'M2.5 3.8h11v9.7h-11zM2.5 6.6h11M5.3 2v2.6M10.7 2v2.6',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.4 10.4l3.1 3.1',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  plus: 'M8 3v10M3 8h10',
  list: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  home: 'M2.5 7.5 8 2.8l5.5 4.7M4 6.5v7h8v-7',
  gear: 'M8 5.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4zM8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4',
  bars: 'M3 13.5v-5M6.3 13.5v-9M9.7 13.5v-6.5M13 13.5v-11',
  pulse: 'M1.8 8.5h3l2-5.5 3 10 2-4.5h2.4',
  plug: 'M5.5 2v3M10.5 2v3M3.8 5h8.4v2.5a4.2 4.2 0 0 1-8.4 0zM8 11.7V14',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  next: 'M6.5 3.5 11 8l-4.5 4.5',
  folder: 'M2 4h4l1.5 1.8H14v7H2z',
  link: 'M9 2.8h4.2V7M13 3 7.5 8.5M11.5 9.5v3.7h-8.7V4.5h3.7',
  up: 'M8 12.5v-9M4.5 7 8 3.5 11.5 7',
  down: 'M8 3.5v9M4.5 9 8 12.5 11.5 9',
  note: 'M3 2.8h10v7.4l-3 3H3zM13 10.2h-3v3M5.5 5.8h5M5.5 8.2h3',
  turn: 'M2.5 5.5h9M9 3l2.5 2.5L9 8M13.5 10.5h-9M7 8l-2.5 2.5L7 13',
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M5.8 3.5 2.8 6.5l3 3',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  question:
    'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM6.2 6.4a1.8 1.8 0 1 1 2.6 1.6c-.5.3-.8.6-.8 1.2M8 11.4v.1',
  pair: 'M2.5 3.5h4.5v9H2.5zM9 3.5h4.5v9H9z',
  hide: 'M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4zM3 13 13 3',
  tag: 'M2.5 2.5h5l6 6-5 5-6-6zM5.3 5.2v.1',
  out: 'M8 10V2.5M5 5.2l3-2.9 3 2.9M3 8.5v5h10v-5',
} as const;

/** A name of a drawing. */
export type IconName = keyof typeof drawings;

/** A small drawing that says nothing by itself: the words are beside it, or the label of its button. */
export const Icon = ({ name, spins = false }: { name: IconName; spins?: boolean }): ReactNode => (
  <svg
    className={spins ? 'icon icon-spins' : 'icon'}
    viewBox="0 0 16 16"
    aria-hidden="true"
    focusable="false"
  >
    <path d={drawings[name]} />
  </svg>
);
