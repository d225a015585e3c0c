/** One request and what came of it, before anybody judges it. `ms`: from sending to the last byte. */
export type Exchange =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** The header as sent, if it was. */
      readonly retryAfter: string | null;
      /** Content coding undone. */
      readonly body: Uint8Array;
      /** Bytes on the wire. */
      readonly bytes: number;
      readonly ms: number;
    }
  | {
      readonly kind: 'no-answer';
      readonly cause: 'timeout' | 'network';
      readonly detail: string;
      readonly ms: number;
    }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly ms: number };

/** Sends one GET. Never rejects: what happened is in the exchange. */
export type SendOnce = (url: URL, headers: Readonly<Record<string, string>>) => Promise<Exchange>;
