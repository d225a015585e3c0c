/** The first argument of Electron's events. */
export interface ElectronEvent {
  defaultPrevented: boolean;
  readonly preventDefault: () => void;
}

/** An event with `details` on it, as Electron's newer events carry theirs. */
export function createEvent<T extends object>(details: T): ElectronEvent & T {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true;
    },
  };
  return event;
}
