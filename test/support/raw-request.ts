import { connect } from 'node:net';

/**
 * Sends bytes that no honest client would send, and reads until the server hangs up.
 *
 * @returns the status and the whole text of the answer; status 0 when none came.
 */
export function rawRequest(
  host: string,
  port: number,
  bytes: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, host, () => socket.write(bytes));
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      text += part;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text }));
  });
}
