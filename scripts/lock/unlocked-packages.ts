/** The parts of package-lock.json that matter here (lockfile version 3); the rest is carried along untouched. */
export interface PackageLock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** One entry of the lock; its key is a path such as `node_modules/oxlint`. */
export interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

/** A dependency that some locked package names and no entry answers. */
export interface UnlockedPackage {
  readonly name: string;
  /** As written by `neededBy`; the platform packages this happens to are always named by exact version. */
  readonly version: string;
  readonly neededBy: string;
  readonly optional: boolean;
}

/**
 * What `npm ci` would refuse the lock for ("Missing: ... from lock file"). It comes about when the lock is made where
 * the registry does not serve the packages of other platforms: npm leaves those out without a word.
 */
export function unlockedPackages(lock: PackageLock): readonly UnlockedPackage[] {
  return Object.entries(lock.packages).flatMap(([path, entry]) =>
    ([false, true] as const).flatMap((optional) =>
      Object.entries((optional ? entry.optionalDependencies : entry.dependencies) ?? {})
        .filter(([name]) => !isLocked(lock, path, name))
        .map(([name, version]) => ({ name, version, neededBy: path, optional })),
    ),
  );
}

/** Looks where Node would: in the package's own node_modules, then in each one further out. */
function isLocked(lock: PackageLock, from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true;
    if (folder === '') return false;
  }
}
