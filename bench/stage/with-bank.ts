import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type BankAddress, type BankWish, bankAddressSchema } from './bank-address.ts';
import { type BankBooks, bankBooksSchema } from './bank-books.ts';
import { childFile } from './run-child.ts';

/**
 * Starts a demo bank in its own process, hands its address to `use`, and a way to look into its books, and ends it,
 * whatever happens.
 */
export async function withBank<T>(
  wish: BankWish,
  use: (bank: BankAddress, readBooks: () => Promise<BankBooks>) => Promise<T>,
): Promise<T> {
  const child = fork(childFile('bank'), [JSON.stringify(wish)]);
  const closed = once(child, 'close');
  try {
    const first: readonly unknown[] = await Promise.race([once(child, 'message'), closed.then(bankDied)]);
    return await use(bankAddressSchema.parse(first[0]), async () => {
      child.send('books');
      const answer: readonly unknown[] = await Promise.race([once(child, 'message'), closed.then(bankDied)]);
      return bankBooksSchema.parse(answer[0]);
    });
  } finally {
    child.kill();
    await closed;
  }
}

function bankDied(): never {
  throw new Error('The demo bank has ended');
}
