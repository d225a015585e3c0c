import { connect } from 'node:net';

/** Sends one line to a local socket and returns what comes back before it is closed, the line end left out. */
export function rawLine(path: string, line: string): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(path, () => socket.write(`${line}\n`));
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      text += part;
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text.trimEnd()));
  });
}
