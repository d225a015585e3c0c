import { join } from 'node:path';
import envPaths from 'env-paths';
import { ledgerPathIn, openLedgerPlace } from './ledger-place.ts';

/**
 * Where the system keeps an application's data: `~/.local/share/passbook` on Linux (or `$XDG_DATA_HOME`),
 * `~/Library/Application Support/passbook` on macOS, `%LOCALAPPDATA%\passbook\Data` on Windows. The suffix that
 * env-paths would add (`-nodejs`) is left out: the window and the terminal share this folder.
 */
export const dataFolder = (): string => envPaths('passbook', { suffix: '' }).data;

/** The user's real ledger, wherever they have moved it. */
export const defaultLedgerPath = (): string => ledgerPathIn(dataFolder(), openLedgerPlace(dataFolder()));

/** The ledger of `passbook demo`: never the real one, so that invented rows cannot get among true ones. */
export const demoLedgerPath = (): string => join(dataFolder(), 'demo.sqlite');
