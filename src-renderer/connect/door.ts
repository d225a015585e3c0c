import type { ConnectState } from '#shared/ipc/connect-state.ts';

/** The three ways in. */
export type Door = Extract<ConnectState, { kind: 'starting' }>['door'];

/** The ways in that need credentials of the user's own. */
export type CredentialsDoor = Exclude<Door, 'demo'>;

/** What TrueLayer matches exactly; so the port is fixed (RFC 8252 would let it vary). */
export const usualRedirectUri = 'http://localhost:3000/callback';

/** The same address on another port. */
export function withPort(redirectUri: string, port: number): string {
  const url = new URL(redirectUri);
  url.port = String(port);
  return url.href;
}
