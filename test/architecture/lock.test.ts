import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import * as z from 'zod';
import { unlockedPackages } from '../../scripts/lock/unlocked-packages.ts';
import { assertNothingFound } from './rules/assert-nothing-found.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, '..', '..', name), 'utf8');

const names = z.record(z.string(), z.string());
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().default(''),
      dependencies: names.default({}),
      optionalDependencies: names.default({}),
    }),
  ),
});
const manifestSchema = z.object({ dependencies: names, devDependencies: names, optionalDependencies: names });

describe('package-lock.json', () => {
  test('names no registry, so that everybody installs from their own', () => {
    assert.doesNotMatch(read('package-lock.json'), /"resolved"|\.tgz"/);
  });

  test('answers every dependency, those of other platforms too: npm ci refuses it otherwise', () => {
    const unlocked = unlockedPackages(lockSchema.parse(JSON.parse(read('package-lock.json'))));
    assertNothingFound(unlocked.map(({ name, neededBy }) => `${neededBy} needs ${name}`));
  });
});

describe('package.json', () => {
  const manifest = manifestSchema.parse(JSON.parse(read('package.json')));
  const wanted = Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  });

  test('pins every dependency to one version', () => {
    assertNothingFound(
      wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)).map(([name]) => name),
    );
  });

  test('asks for the versions that the lock holds', () => {
    const { packages } = lockSchema.parse(JSON.parse(read('package-lock.json')));
    const differing = wanted.filter(
      ([name, version]) => packages[`node_modules/${name}`]?.version !== version,
    );
    assertNothingFound(differing.map(([name]) => name));
  });
});
