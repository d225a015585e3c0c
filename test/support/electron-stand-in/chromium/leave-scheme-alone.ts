interface MediaMessage {
  readonly method?: string;
  readonly params?: { readonly features?: readonly { readonly name: string; readonly value: string }[] };
}

/**
 * A driver that does not emulate the colour scheme says so with an empty value. Chromium would take that for the last
 * word about the page and forget the theme that the app has chosen over the other connection, so it is left out.
 */
export function leaveSchemeAlone(text: string): string {
  if (!text.includes('"Emulation.setEmulatedMedia"')) return text;
  const message = JSON.parse(text) as MediaMessage;
  const features = message.params?.features?.filter(
    ({ name, value }) => name !== 'prefers-color-scheme' || value !== '',
  );
  return JSON.stringify({ ...message, params: { ...message.params, features } });
}
