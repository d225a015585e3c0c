import type { WindowPlace } from '../state/window-place.ts';

/** What a key means wherever in the window it is pressed. */
export type WindowWish =
  { readonly kind: 'open'; readonly place: WindowPlace } | { readonly kind: 'back' | 'forward' | 'help' };

/** A key as the browser tells it. `isTyping`: into a field, where a `?` is a letter. */
export interface WindowKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isTyping: boolean;
}

/** The places of the sidebar in their order: 1 is the first. */
export const placesByDigit: readonly WindowPlace[] = [
  { kind: 'overview' },
  { kind: 'all-transactions' },
  { kind: 'review' },
  { kind: 'insights' },
  { kind: 'activity' },
  { kind: 'completeness' },
  { kind: 'export' },
];

/** The wish behind a key, or `null` for one that is not the window's. */
export function windowWish(pressed: WindowKey, isMac: boolean): WindowWish | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, isTyping } = pressed;
  const isCommand = isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  if (key === '?' && !isTyping && !ctrlKey && !metaKey && !altKey) return { kind: 'help' };
  if (shiftKey) return null;
  if (isCommand && !altKey) {
    if (isMac && key === '[') return { kind: 'back' };
    if (isMac && key === ']') return { kind: 'forward' };
    const place = /^[1-9]$/.test(key) ? placesByDigit[Number(key) - 1] : undefined;
    return place === undefined ? null : { kind: 'open', place };
  }
  if (isMac || !altKey || ctrlKey || metaKey) return null;
  if (key === 'ArrowLeft') return { kind: 'back' };
  return key === 'ArrowRight' ? { kind: 'forward' } : null;
}
