import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol } from 'electron';
import { appFileOf, appScheme, contentSecurityPolicy } from './app-address.ts';

/** Before `ready`: a standard scheme has an origin and relative URLs, a secure one may use what pages over TLS may. */
export function declareAppScheme(): void {
  const privileges = { standard: true, secure: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}

/** Answers `app://passbook/...` out of the page's folder. Every answer carries the policy, refusals too. */
export function serveAppFiles(folder: string): void {
  protocol.handle(appScheme, async ({ method, url }) => {
    const file = appFileOf(method, url);
    if (file.kind === 'refused') return answer(null, file.status, 'text/plain');
    try {
      return answer(new Uint8Array(await readFile(join(folder, file.path))), 200, file.contentType);
    } catch {
      return answer(null, 404, 'text/plain');
    }
  });
}

const answer = (body: Uint8Array<ArrayBuffer> | null, status: number, contentType: string): Response =>
  new Response(body, {
    status,
    headers: {
      'content-type': contentType,
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
