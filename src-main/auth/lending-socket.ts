import { createConnection, createServer, type Server, type Socket } from 'node:net';
import * as z from 'zod';

/** A borrower's question, one line of JSON. */
export const loanQuestionSchema = z
  .object({ connectionId: z.string().max(200), nonce: z.string().regex(/^[0-9a-f]{32}$/) })
  .readonly();
export type LoanQuestion = z.infer<typeof loanQuestionSchema>;

/** `gone`: nobody listens there any more. `nothing`: somebody does, and has nothing to lend or does not answer. */
export type LoanAnswer =
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'gone' };

/** A neighbour on the same machine answers in a millisecond, or is too busy to be waited for. */
const patienceMs = 2_000;
const longestLine = 64 * 1024;

/** Answers one line per connection. Keeps no process alive. `null` when nothing can listen at this address. */
export function serveLoans(address: string, answer: (line: string) => string | null): Promise<Server | null> {
  const server = createServer((socket) => {
    socket.unref();
    void readLine(socket).then((line) => socket.end(line === null ? '' : `${answer(line) ?? ''}\n`));
  });
  server.unref();
  return new Promise((resolve) => {
    server.on('error', () => resolve(null));
    server.listen(address, () => resolve(server));
  });
}

/** Asks one lender. Never fails: without a loan a token is refreshed, that is all. */
export function askLender(address: string, question: LoanQuestion): Promise<LoanAnswer> {
  return new Promise((resolve) => {
    const socket = createConnection(address);
    socket.once('error', (error: NodeJS.ErrnoException) => {
      const gone = error.code === 'ECONNREFUSED' || error.code === 'ENOENT';
      resolve({ kind: gone ? 'gone' : 'nothing' });
    });
    socket.once('connect', () => {
      socket.write(`${JSON.stringify(question)}\n`);
      void readLine(socket).then((text) => {
        socket.destroy();
        resolve(text === null || text === '' ? { kind: 'nothing' } : { kind: 'answer', text });
      });
    });
  });
}

/** The first line, `null` when none comes. Ends the wait, not the socket. */
function readLine(socket: Socket): Promise<string | null> {
  return new Promise((resolve) => {
    let text = '';
    const end = (line: string | null): void => {
      socket.setTimeout(0);
      socket.removeListener('data', onData);
      resolve(line);
    };
    const onData = (part: Buffer): void => {
      text += part.toString('latin1');
      const newline = text.indexOf('\n');
      if (newline >= 0) end(Buffer.from(text.slice(0, newline), 'latin1').toString('utf8'));
      else if (text.length > longestLine) end(null);
    };
    socket.on('data', onData);
    socket.setTimeout(patienceMs, () => end(null));
    socket.once('error', () => end(null));
    socket.once('close', () => end(null));
  });
}
