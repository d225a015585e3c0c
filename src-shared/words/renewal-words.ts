/** Above the form that asks for the one thing a reconnect lacks. `name`: of the bank. */
export const missingSecretSentence = (name: string): string =>
  `Passbook no longer has the client secret for ${name}: the keychain lost it, or it was kept for one run only. Paste it once more; the rest is known, and your history and notes stay.`;

/** While the consent is waited for and the system took the page for no browser. */
export const browserNotOpenedSentence =
  'The browser could not be opened. Open the link again, or copy it and open it yourself; this window notices by itself.';
