import { join } from 'node:path';
import envPaths from 'env-paths';

/**
 * Where the system keeps an application's data: `~/.local/share/passbook` on Linux (or `$XDG_DATA_HOME`),
 * `~/Library/Application Support/passbook` on macOS, `%LOCALAPPDATA%\passbook\Data` on Windows. The suffix that
 * env-paths would add (`-nodejs`) is left out: the window and the terminal share this folder.
 */
export const dataFolder = (): string => envPaths('passbook', { suffix: '' }).data;

/** The user's real ledger. */
export const defaultLedgerPath = (): string => join(dataFolder(), 'ledger.sqlite');

/** The ledger of `passbook demo`: never the real one, so that invented rows cannot get among true ones. */
export const demoLedgerPath = (): string => join(dataFolder(), 'demo.sqlite');
