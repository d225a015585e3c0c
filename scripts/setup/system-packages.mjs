import { spawnSync } from 'node:child_process';
import { say, step } from './say.mjs';
import { hasCommand, missingNeeds } from './system-needs.mjs';

/**
 * Installs what Debian or Ubuntu lacks for `task`, where this user may. Never fails the set-up: what stays missing
 * costs a feature, not the program, and is said in a sentence.
 */
export function bringSystemPackages(task, keytarLoads) {
  const missing = missingNeeds(task, keytarLoads);
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map((need) => need.package))];
  const asRoot = howToBecomeRoot();
  if (asRoot === null) {
    sayWhatIsMissing(task, keytarLoads);
    return;
  }
  const apt = (...args) => {
    const run = spawnSync(
      asRoot[0] || 'env',
      [
        ...asRoot.slice(1),
        ...(asRoot.length > 0 ? ['env'] : []),
        'DEBIAN_FRONTEND=noninteractive',
        'apt-get',
        ...args,
      ],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    );
    return { ok: run.status === 0, output: `${run.stdout || ''}${run.stderr || ''}` };
  };
  const wait = ['-o', 'DPkg::Lock::Timeout=120'];
  const result = step(`installing system packages: ${packages.join(', ')} (apt-get)`, () => {
    // A stale list is the usual reason for "unable to locate package"; a failing update alone is no reason to stop.
    apt('update', '-q', ...wait);
    return apt('install', '-q', '-y', '--no-install-recommends', ...wait, ...packages);
  });
  if (result.ok) return;
  say(`apt-get said: ${lastLine(result.output)}`);
  sayWhatIsMissing(task, keytarLoads);
}

/** `[]` as root, `['sudo', '-n']` where no password is asked, `null` where apt-get cannot or must not be used. */
function howToBecomeRoot() {
  if (process.env.PASSBOOK_NO_APT === '1' || !hasCommand('apt-get')) return null;
  if (process.getuid() === 0) return [];
  if (!hasCommand('sudo')) return null;
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return sudo.status === 0 ? ['sudo', '-n'] : null;
}

function sayWhatIsMissing(task, keytarLoads) {
  for (const need of missingNeeds(task, keytarLoads)) {
    if (need.without === undefined) continue;
    say(
      `${need.package} is missing, so ${need.without} cannot run; install it with \`${installLine(need)}\`.`,
    );
  }
}

function installLine(need) {
  return hasCommand('apt-get') ? `sudo apt-get install ${need.package}` : 'your package manager';
}

function lastLine(text) {
  return text.trim().split('\n').pop();
}
