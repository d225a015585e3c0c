/** The way through TrueLayer's Console and the form after it. `**strong**` and `` `code` `` are drawn as such. */
export const credentialsWords = {
  titles: { sandbox: 'Connect the TrueLayer sandbox', live: 'Connect your bank' },
  under:
    "Passbook speaks to TrueLayer with credentials of your own, so nobody stands between you and your bank's data.",
  back: 'Back',
  steps: 'In the TrueLayer Console',
  signUp:
    'Open the TrueLayer Console and sign up, or sign in. Create an application if there is none; its name is what your bank will show.',
  openConsole: 'Open the Console',
  switchTo: {
    sandbox: 'Switch the Console to **Sandbox**. Its client id begins with `sandbox-`.',
    live: 'Switch the Console to **Live**. If it says that live access is not yet active, ask for it there first; for your own accounts that is self-service.',
  },
  addUri: 'Under **Redirect URIs** add exactly this address. A change takes up to 15 minutes to work.',
  copyUri: 'Copy the redirect URI',
  copySecret: 'Copy the client id and create a client secret. The Console shows a secret once.',
  guide: 'TrueLayer\u2019s guide',

  form: 'Then here',
  clientId: 'Client id',
  clientSecret: 'Client secret',
  clientSecretHint: "Goes straight into your system's keychain; this window forgets it at once.",
  newSecretHint: 'The Console shows a secret once; you can create a new one there.',
  redirectUri: 'Redirect URI',
  redirectUriHint: 'Only change it together with the one in the Console.',
  inMemory:
    'There is no keychain on this system. Keep the connection until Passbook is closed, and connect again next time.',
  connect: 'Connect',
  reconnect: 'Reconnect',
  problems: {
    clientId: 'Paste the client id from the Console.',
    clientSecret: 'Paste the client secret from the Console.',
    redirectUri: 'This is not an address; it should look like http://localhost:3000/callback.',
  },
  perhapsLive: 'Sandbox ids usually begin with "sandbox-"; this may be a live one.',
  isSandbox: 'This is a sandbox id; live has a different one.',
} as const;
