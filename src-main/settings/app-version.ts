import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** The version in `package.json`, the one place it is written. @param packageFile where that file is */
export const readAppVersion = (packageFile: URL): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageFile, 'utf8'))).version;
