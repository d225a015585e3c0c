import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultAppSettings } from '#shared/ipc/app-settings.ts';
import { failed, succeeded } from '#shared/result.ts';
import { type Board, createBoard } from '../../../../src-main/app/board.ts';
import type { Workplace, Workplaces } from '../../../../src-main/app/workplace.ts';
import { createAccessTokens } from '../../../../src-main/auth/access-tokens.ts';
import { createMemoryTokenStore } from '../../../../src-main/auth/memory-token-store.ts';
import { emptyMemory } from '../../../../src-main/settings/app-memory.ts';
import type { LedgerThread } from '../../../../src-main/sync/ledger-thread.ts';
import { recordingDesktop } from '../../../support/desktop/recording-desktop.ts';
import { fakeLedgerThread } from '../../../support/terminal/fake-ledger-thread.ts';
import { jobRecord } from '../../../support/terminal/fake-sync-run.ts';
import { realClock } from '../../../support/real-clock.ts';

const placeAt = (ledgerPath: string): Workplace => ({
  kind: 'real',
  ledgerPath,
  store: createMemoryTokenStore(),
  tokens: createAccessTokens({
    store: createMemoryTokenStore(),
    fetch: () => Promise.reject(new Error('Nothing is fetched here')),
    clock: realClock,
    lockFolder: '/l.sqlite.locks',
  }),
  runner: { start: () => Promise.resolve(failed({ kind: 'nothing-connected' })) },
});
const kept = <T>(value: T) => ({ read: () => value, write: () => true });

const onePlace = (): Workplaces => {
  const place = placeAt('/l.sqlite');
  return { use: () => Promise.resolve(succeeded(place)), close: () => Promise.resolve() };
};

function boardOn(ledger: Pick<LedgerThread, 'run'>, places = onePlace()): Board {
  const deps = {
    appVersion: '1.0.0',
    clock: realClock,
    desktop: recordingDesktop(),
    ledger: { ...fakeLedgerThread(), ...ledger },
    ledgerPaths: { real: '/l.sqlite', demo: '/d.sqlite' },
    memory: kept(emptyMemory),
    settings: kept(defaultAppSettings),
  };
  return createBoard(deps, places, {
    secretsIn: () => 'keychain',
    running: () => null,
    connect: () => ({ kind: 'idle' }),
    nextMs: () => null,
  });
}

describe('the board', () => {
  test('keeps what a later reading found when an earlier one answers after it', async () => {
    let jobs = [jobRecord({ jobId: 'first' })];
    let isHeld = false;
    const held = Promise.withResolvers<null>();
    const ledger = fakeLedgerThread({ 'list-jobs': () => succeeded(jobs) });
    const board = boardOn({
      run: async (task) => {
        const waits = isHeld && task.kind === 'load-connections';
        const answer = await ledger.run(task);
        if (waits) await held.promise;
        return answer;
      },
    });
    await board.present();
    isHeld = true;
    const earlier = board.read();
    isHeld = false;
    jobs = [jobRecord({ jobId: 'second', status: 'partial' }), ...jobs];
    await board.read();
    held.resolve(null);
    await earlier;
    assert.deepEqual(
      board.facts().jobs.map(({ jobId }) => jobId),
      ['second', 'first'],
    );
  });

  test('keeps what it knew of what cannot be read at the moment', async () => {
    let isBusy = false;
    const ledger = fakeLedgerThread({
      'list-jobs': () =>
        isBusy ? failed({ kind: 'ledger-busy', path: '/l.sqlite' }) : succeeded([jobRecord()]),
    });
    const board = boardOn(ledger);
    await board.present();
    isBusy = true;
    await board.refresh();
    assert.equal(board.facts().jobs.length, 1);
  });

  test('opens a ledger once, however many ask for it, and answers when it has been read', async () => {
    const { promise: isOpen, resolve: open } = Promise.withResolvers<null>();
    let opened = 0;
    const places: Workplaces = {
      ...onePlace(),
      use: async () => {
        opened += 1;
        const place = placeAt(`/${String(opened)}.sqlite`);
        await isOpen;
        return succeeded(place);
      },
    };
    const board = boardOn(fakeLedgerThread({ 'list-jobs': () => succeeded([jobRecord()]) }), places);
    const knownJobs = async (): Promise<number> => {
      await board.present();
      return board.facts().jobs.length;
    };
    const both = Promise.all([knownJobs(), knownJobs()]);
    open(null);
    assert.deepEqual(await both, [1, 1]);
    assert.equal(opened, 1);
  });

  test('has whoever asks for a ledger that moves wait until it lies at its new place', async () => {
    const { promise: isMoved, resolve: moved } = Promise.withResolvers<null>();
    let now = placeAt('/old.sqlite');
    const places: Workplaces = { ...onePlace(), use: () => Promise.resolve(succeeded(now)) };
    const board = boardOn(fakeLedgerThread({ 'list-jobs': () => succeeded([jobRecord()]) }), places);
    await board.present();
    const known: number[] = [];
    board.subscribe(() => known.push(board.facts().jobs.length));
    const moving = board.move(async () => {
      await isMoved;
      now = placeAt('/new.sqlite');
      return succeeded(null);
    });
    const asked = board.present();
    moved(null);
    await moving;
    const found = await asked;
    assert.equal(found.ok && found.value.ledgerPath, '/new.sqlite');
    assert.equal(known.includes(0), false, 'what it holds is never unknown');
  });

  test('goes on at the old place when the ledger could not be moved', async () => {
    const board = boardOn(fakeLedgerThread());
    await board.present();
    const busy = failed({ kind: 'ledger-busy', path: '/l.sqlite' });
    assert.deepEqual(await board.move(() => Promise.resolve(busy)), busy);
    assert.equal(board.place()?.ledgerPath, '/l.sqlite');
  });
});
