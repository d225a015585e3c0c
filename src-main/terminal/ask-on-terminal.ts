import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/**
 * Asks on the terminal; the question goes to stderr, so that stdout stays clean. Hidden answers need a terminal
 * that can be kept from echoing; a plain one may also come from a pipe. `null`: nobody answers (no terminal, end of
 * input, Ctrl-C).
 */
export function askOnTerminal(question: string, { hidden }: { hidden: boolean }): Promise<string | null> {
  const isTty = process.stdin.isTTY === true;
  if (hidden && !isTty) return Promise.resolve(null);
  process.stderr.write(question);
  keepAlive(true);
  // With `terminal: true` readline puts the TTY into raw mode and echoes itself, here into nothing.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({
    input: process.stdin,
    output: hidden ? silent : process.stderr,
    terminal: isTty,
  });
  return new Promise((resolve) => {
    let answer: string | null = null;
    reader.once('line', (line) => {
      answer = line;
      reader.close();
    });
    reader.once('SIGINT', () => reader.close());
    reader.once('close', () => {
      keepAlive(false);
      if (hidden || answer === null) process.stderr.write('\n');
      resolve(answer);
    });
  });
}

/** A pipe that stays open behind the answer must not keep the process from ending. A file has no such hold. */
function keepAlive(isWanted: boolean): void {
  if (!(process.stdin instanceof Socket)) return;
  if (isWanted) process.stdin.ref();
  else process.stdin.unref();
}
