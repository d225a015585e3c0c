import { isAppUrl } from './app-address.ts';

/** Who sent a call, as far as it matters. */
export interface CallSender {
  /** `null`: the frame has navigated or gone since. */
  readonly frameUrl: string | null;
  /** Not a frame inside the page. */
  readonly isTopFrame: boolean;
  /** The contents of the window main made. */
  readonly isOurWindow: boolean;
}

/** Only the page we put into the window we made may call. The guards should leave nobody else; this does not rely on it. */
export const isTrustedSender = ({ frameUrl, isTopFrame, isOurWindow }: CallSender): boolean =>
  isOurWindow && isTopFrame && frameUrl !== null && isAppUrl(frameUrl);
