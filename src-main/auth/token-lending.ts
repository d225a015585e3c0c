import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:net';
import { join } from 'node:path';
import type { RandomBytes } from './authorisation-link.ts';
import { sealIvBytes, sealToken, unsealToken, type LentToken } from './lent-token.ts';
import { askLender, loanQuestionSchema, serveLoans } from './lending-socket.ts';

/** Hands access tokens from one process of this user to another, so that a second one need not refresh. */
export interface TokenLending {
  /** Begins to lend, once; quietly does not where no socket can be had. */
  open(): Promise<void>;
  /** Asks the other processes for a token that goes with this refresh token and is not the one refused. */
  borrow(connectionId: string, refreshToken: string, rejectedToken: string | null): Promise<LentToken | null>;
  close(): Promise<void>;
}

/** What may be lent: a usable access token and the refresh token it goes with. */
export type LendableToken = LentToken & { readonly refreshToken: string };

const suffix = '.lender';

/** `sun_path` of a Unix socket has 104 bytes on macOS, 108 on Linux; longer names are cut without a word. */
const longestSocketPath = 103;

/**
 * Access tokens live in memory only, and TrueLayer honours only the newest of a connection: two processes that
 * sync at once would end each other's token with every refresh. So a process that holds one answers questions on a
 * local socket in the lock folder (a named pipe on Windows, with a file to mark it), sealed under the refresh token
 * that both can read from the keychain (docs/decisions/0003). Nothing is written anywhere.
 */
export function createTokenLending(
  folder: string,
  randomBytes: RandomBytes,
  lendable: (connectionId: string) => LendableToken | null,
): TokenLending {
  const ownName = Buffer.from(randomBytes(6)).toString('hex') + suffix;
  let opening: Promise<Server | null> | null = null;

  const answer = (line: string): string | null => {
    const question = loanQuestionSchema.safeParse(parsed(line));
    if (!question.success) return null;
    const token = lendable(question.data.connectionId);
    if (token === null) return null;
    const { refreshToken, ...lent } = token;
    return sealToken(lent, { ...question.data, refreshToken }, randomBytes(sealIvBytes));
  };

  async function begin(): Promise<Server | null> {
    const address = socketAddress(folder, ownName);
    if (process.platform !== 'win32' && Buffer.byteLength(address) > longestSocketPath) return null;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (process.platform === 'win32') await writeFile(join(folder, ownName), '');
    return serveLoans(address, answer);
  }

  return {
    open: async () => {
      opening ??= begin().catch(() => null);
      await opening;
    },
    borrow: async (connectionId, refreshToken, rejectedToken) => {
      const names = await readdir(folder).catch((): string[] => []);
      for (const name of names.filter((each) => each.endsWith(suffix) && each !== ownName)) {
        const nonce = Buffer.from(randomBytes(16)).toString('hex');
        const sealed = await askLender(socketAddress(folder, name), { connectionId, nonce });
        // Nobody behind it: the process ended without tidying up.
        if (sealed.kind === 'gone') await rm(join(folder, name), { force: true });
        if (sealed.kind !== 'answer') continue;
        const token = unsealToken(sealed.text, { connectionId, nonce, refreshToken });
        if (token !== null && token.accessToken !== rejectedToken) return token;
      }
      return null;
    },
    close: async () => {
      const server = await opening;
      if (server == null) return;
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await rm(join(folder, ownName), { force: true });
    },
  };
}

const socketAddress = (folder: string, name: string): string =>
  process.platform === 'win32' ? `\\\\.\\pipe\\passbook-${name}` : join(folder, name);

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
