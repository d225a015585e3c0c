/** A window as the app's life cycle needs it. */
interface OpenWindow {
  close(): void;
  destroy(): void;
}

/** All windows that are not closed, oldest first. */
export const openWindows = new Set<OpenWindow>();

let onAllClosed: () => void = () => undefined;
let onKeptOpen: () => void = () => undefined;

/** The app's life cycle listens: every window is gone; a window refused to close. */
export function followWindows(allClosed: () => void, keptOpen: () => void): void {
  onAllClosed = allClosed;
  onKeptOpen = keptOpen;
}

/** A window tells that it is gone. */
export function windowClosed(window: OpenWindow): void {
  openWindows.delete(window);
  if (openWindows.size === 0) onAllClosed();
}

/** A window tells that its `close` was prevented: a quit under way ends. */
export const windowKeptOpen = (): void => onKeptOpen();
