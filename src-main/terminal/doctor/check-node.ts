import type { Finding } from './finding.ts';

/** The oldest Node the project takes (package.json, `engines`): it runs TypeScript as it is. */
const oldest = { major: 24, minor: 18 } as const;

/** @param version as `process.version` has it: `v24.21.0` */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const good = major > oldest.major || (major === oldest.major && minor >= oldest.minor);
  return good
    ? { check: 'node', state: 'ok', message: `Node ${version}.` }
    : {
        check: 'node',
        state: 'fail',
        message: `Node ${version} is too old: Passbook needs ${String(oldest.major)}.${String(oldest.minor)} or later.`,
      };
}
