import type { KeyInput } from '../page/isolated-world.ts';

/** What a page may ask of the window it is in. */
export interface PageHost {
  readonly size: () => { readonly width: number; readonly height: number };
  readonly getTitle: () => string;
  readonly setPageTitle: (title: string) => void;
  readonly isFocused: () => boolean;
  readonly focus: () => void;
  /** Closes without asking. */
  readonly destroy: () => void;
  /** The page can be shown for the first time. */
  readonly readyToShow: () => void;
  /** A key the page did not take: an accelerator of the menu, perhaps. */
  readonly keyPressed: (input: KeyInput) => void;
  /** A window the page opened and the app allowed. */
  readonly openChild: (url: string) => void;
}
