import { failureDetailWords } from './failure-detail-words.ts';
import type { FailureWordsTable } from './failure-words.ts';

type ConnectFailureKind =
  | 'consent-denied'
  | 'connect-timed-out'
  | 'redirect-port-taken'
  | 'redirect-uri-unusable'
  | 'redirect-mismatch'
  | 'wrong-state'
  | 'code-refused'
  | 'wrong-client-secret'
  | 'auth-server-refused'
  | 'keychain-unavailable';

const nothingStored = 'Nothing was connected.';
const connectAgain = 'Run "passbook connect" again.';

/** What may go wrong between pressing Connect and having tokens. */
export const connectFailureWords: FailureWordsTable<ConnectFailureKind> = {
  'consent-denied': () => ({
    happened: 'The consent was not given: it was cancelled at the bank.',
    did: nothingStored,
    todo: 'Run "passbook connect" again and choose Allow, if you want to connect.',
  }),
  'connect-timed-out': ({ afterMs }, say) => ({
    happened: `The bank's page did not come back within ${say.duration(afterMs)}.`,
    did: nothingStored,
    todo: 'Run "passbook connect" again and finish the page in the browser; or use --paste.',
  }),
  'redirect-port-taken': ({ port }) => ({
    happened: `Port ${String(port)}, where the bank's page would come back to, is used by another program.`,
    did: nothingStored,
    todo: 'Close that program, or register another redirect URI in the TrueLayer Console and pass it with --redirect-uri.',
  }),
  'redirect-uri-unusable': ({ redirectUri }) => ({
    happened: `Passbook cannot wait on the redirect URI ${redirectUri}.`,
    did: nothingStored,
    todo: 'Use an address of this machine such as http://localhost:3000/callback, or take the code by hand with --paste.',
  }),
  'redirect-mismatch': () => ({
    happened: 'TrueLayer does not know this redirect URI for this client.',
    did: nothingStored,
    todo: 'Register exactly the same address in the TrueLayer Console (a change takes up to 15 minutes), then connect again.',
  }),
  'wrong-state': () => ({
    happened: 'The answer that came back does not belong to this attempt to connect.',
    did: 'Passbook ignored it, in case somebody else sent it.',
    todo: `${connectAgain} Use the newest link only.`,
  }),
  'code-refused': () => ({
    happened: 'The code is not valid: it was used before, or is older than five minutes.',
    did: nothingStored,
    todo: connectAgain,
  }),
  'wrong-client-secret': () => ({
    happened: 'The client id or the client secret is wrong.',
    did: nothingStored,
    todo: 'Copy both again from the TrueLayer Console; sandbox and live have different ones.',
  }),
  'auth-server-refused': ({ code }) => ({
    happened: `TrueLayer refused to connect (${code}).`,
    did: nothingStored,
    todo: 'Check the client in the TrueLayer Console, then connect again.',
  }),
  'keychain-unavailable': ({ detail }) => ({
    happened: `The system's keychain cannot be used (${failureDetailWords(detail)}).`,
    did: 'Passbook never writes a token to a plain file, so nothing was kept.',
    todo: 'Unlock or install a keychain (on Linux: gnome-keyring or KWallet, and libsecret); or set PASSBOOK_TOKEN_STORE=memory to go on for this run only.',
  }),
};
