import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * What Linux must have besides Node. `package`: Debian's name. `tasks`: which npm scripts use it.
 * `forKeytar`: only needed to compile keytar, so not at all where keytar already loads.
 * `command`: an executable that shows it is there, or several of which one is enough.
 * `without`: what the user loses, as the end of a sentence. Add a line to bring something more.
 */
const needs = [
  {
    package: 'libsecret-1-dev',
    tasks: ['start', 'test', 'bench'],
    pkgConfig: 'libsecret-1',
    forKeytar: true,
  },
  { package: 'python3', tasks: ['start', 'test', 'bench'], command: 'python3', forKeytar: true },
  { package: 'make', tasks: ['start', 'test', 'bench'], command: 'make', forKeytar: true },
  { package: 'g++', tasks: ['start', 'test', 'bench'], command: 'g++', forKeytar: true },
  { package: 'dbus', tasks: ['test'], command: 'dbus-run-session', without: 'the real-keychain test' },
  {
    package: 'gnome-keyring',
    tasks: ['test'],
    command: 'gnome-keyring-daemon',
    without: 'the real-keychain test',
  },
  {
    package: 'chromium',
    tasks: ['test', 'bench'],
    command: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    without: 'the specs and the measurements of the window',
  },
  {
    package: 'hledger',
    tasks: ['test'],
    command: 'hledger',
    without: 'reading exported journals with hledger',
  },
  { package: 'ledger', tasks: ['test'], command: 'ledger', without: 'reading exported journals with Ledger' },
  {
    package: 'beancount',
    tasks: ['test'],
    command: 'bean-check',
    without: 'reading exported journals with Beancount',
  },
  { package: 'python3', tasks: ['bench'], command: 'python3', without: 'the Python peer in the benchmark' },
];

/** The needs of `task` that this machine does not meet. None elsewhere than on Linux. */
export function missingNeeds(task, keytarLoads) {
  if (process.platform !== 'linux') return [];
  return needs.filter(
    (need) => need.tasks.includes(task) && !(need.forKeytar && keytarLoads) && !isMet(need),
  );
}

/** Whether keytar could be compiled here. */
export function canCompileKeytar() {
  return process.platform !== 'linux' || needs.every((need) => !need.forKeytar || isMet(need));
}

/** Whether PATH holds an executable of that name. */
export function hasCommand(name) {
  const folders = (process.env.PATH || '').split(delimiter);
  return [...folders, '/usr/sbin', '/sbin'].some((folder) => folder !== '' && existsSync(join(folder, name)));
}

function isMet(need) {
  return need.command === undefined
    ? hasPkgConfigFile(need.pkgConfig)
    : [need.command].flat().some((command) => hasCommand(command));
}

function hasPkgConfigFile(library) {
  const places = [
    '/usr/share/pkgconfig',
    '/usr/lib/pkgconfig',
    '/usr/lib64/pkgconfig',
    '/usr/local/lib/pkgconfig',
  ];
  for (const name of existsSync('/usr/lib') ? readdirSync('/usr/lib') : []) {
    if (name.includes('-linux-')) places.push(`/usr/lib/${name}/pkgconfig`);
  }
  return places.some((place) => existsSync(join(place, `${library}.pc`)));
}
