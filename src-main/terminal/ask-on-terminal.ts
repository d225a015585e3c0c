import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Answer, Question } from './surroundings.ts';

/**
 * Asks on the terminal; the question goes to stderr, so that stdout stays clean. Hidden answers need a terminal
 * that can be kept from echoing; a plain one may also come from a pipe.
 */
export function askOnTerminal({ text, hidden = false, signal }: Question): Promise<Answer> {
  const isTty = process.stdin.isTTY === true;
  if ((hidden && !isTty) || signal?.aborted === true) return Promise.resolve({ kind: 'nobody' });
  keepAlive(true);
  // With `terminal: true` readline puts the TTY into raw mode and echoes itself, here into nothing.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({
    input: process.stdin,
    output: hidden ? silent : process.stderr,
    terminal: isTty,
  });
  // After the terminal was kept from echoing: what is typed at once must not show either.
  process.stderr.write(text);
  return new Promise((resolve) => {
    let answer: Answer = { kind: 'nobody' };
    const end = (as: Answer): void => {
      answer = as;
      reader.close();
    };
    const giveUp = (): void => end({ kind: 'nobody' });
    signal?.addEventListener('abort', giveUp, { once: true });
    reader.once('line', (line) => end({ kind: 'given', text: line }));
    // In raw mode Ctrl-C is a key and no signal.
    reader.once('SIGINT', () => end({ kind: 'stopped' }));
    reader.once('close', () => {
      signal?.removeEventListener('abort', giveUp);
      keepAlive(false);
      if (hidden || answer.kind !== 'given') process.stderr.write('\n');
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
