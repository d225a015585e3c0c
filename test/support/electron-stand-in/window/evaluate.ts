import type { CdpSession } from '../chromium/cdp-connection.ts';

/** Runs `code` in the page's own world and waits for a promise it may give. @throws Error what the page threw. */
export async function evaluate(session: CdpSession, code: string): Promise<unknown> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: code,
    awaitPromise: true,
    returnByValue: true,
    userGesture: true,
  });
  if (exceptionDetails !== undefined)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as unknown;
}
