import { randomUUID } from 'node:crypto';

/** Headers of every answer of the data host (truelayer.md, 4.2). `max-age=0`: this bank answers nothing from a cache. */
export const dataHeaders = (): Readonly<Record<string, string>> => {
  const id = randomUUID();
  return {
    'x-tl-correlation-id': id,
    'x-request-id': id,
    'cache-control': 'max-age=0',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none';",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'deny',
    'x-xss-protection': '1; mode=block',
  };
};

/** Headers of every answer of the auth host. */
export const authHeaders = (): Readonly<Record<string, string>> => ({
  'x-tl-correlation-id': randomUUID(),
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
});
