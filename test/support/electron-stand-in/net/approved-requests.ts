/** How often each URL may still pass the proxy because the app has been asked about it already. */
const approved = new Map<string, number>();

const keyOf = (url: string): string => {
  const { protocol, host, pathname, search } = new URL(url);
  // Of an encrypted connection the proxy sees the host only.
  return protocol === 'https:' ? `https://${host}` : `${protocol}//${host}${pathname}${search}`;
};

/** The app let this request pass. */
export const approve = (url: string): void => {
  if (URL.canParse(url)) approved.set(keyOf(url), (approved.get(keyOf(url)) ?? 0) + 1);
};

/** Whether the app was asked about it. An encrypted connection may be used again, so its approval stays. */
export function wasApproved(url: string): boolean {
  const key = keyOf(url);
  const left = approved.get(key) ?? 0;
  if (left > 0 && !key.startsWith('https:')) approved.set(key, left - 1);
  return left > 0;
}
