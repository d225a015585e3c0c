import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openFixture, type OpenFixture } from '../../support/open-fixture.ts';

describe('the preload and its bridge', () => {
  let fixture: OpenFixture;
  before(async () => {
    fixture = await openFixture({});
  });
  after(() => fixture.close());

  const facts: readonly (readonly [what: string, expression: string, value: unknown])[] = [
    ['the API is there before the first script of the page', 'early.bridge', 'object'],
    ['the page has no require', 'early.require', 'undefined'],
    ['the page has no process', 'typeof process', 'undefined'],
    ['the page has no module', 'typeof module', 'undefined'],
    ['the page has no electron', 'typeof electron', 'undefined'],
    [
      'nothing of the bridge itself is on window',
      `Reflect.ownKeys(window).filter((k) => /electron|stand-?in/i.test(String(k))).length`,
      0,
    ],
    [
      'the API is read-only',
      `(() => { 'use strict'; try { window.fixture = 1; return 'written'; } catch (e) { return e.constructor.name } })()`,
      'TypeError',
    ],
    [
      'the API is frozen all the way down',
      'Object.isFrozen(fixture) && Object.isFrozen(fixture.nested.list[1]) && Object.isFrozen(fixture.invoke)',
      true,
    ],
    [
      'a Date and a Map come over',
      '[fixture.nested.when instanceof Date, fixture.nested.map instanceof Map]',
      [true, true],
    ],
    [
      'a class instance loses its prototype',
      '[fixture.account.balance, typeof fixture.account.report, fixture.account.constructor === Object]',
      [5, 'undefined', true],
    ],
    ['functions answer at once', 'fixture.count() + fixture.count()', 3],
    [
      'functions are of the page, not of the preload',
      `fixture.count instanceof Function && fixture.count.constructor('return this')() === window`,
      true,
    ],
    ['arrays are of the page', 'fixture.nested.list instanceof Array', true],
    ['promises are of the page', 'fixture.promise(1) instanceof Promise', true],
    [
      'a callback is called back with copies',
      `(() => { const o = { a: 1 }; return fixture.call((x) => [x !== o, x.a], o) })()`,
      [true, 1],
    ],
    [
      'a function sent there and back is itself again',
      '(() => { const f = () => 1; return fixture.same(f) === f })()',
      true,
    ],
    [
      'what the page passes is a plain object of the preload',
      'fixture.describe({ a: 1 })',
      '[object Object] true',
    ],
    [
      'a thrown error keeps its message only',
      '(() => { try { fixture.throwError() } catch (e) { return [e.constructor === Error, e.message] } })()',
      [true, 'from the preload'],
    ],
    [
      'a thrown text becomes an unknown error',
      '(() => { try { fixture.throwText() } catch (e) { return e.message } })()',
      'An unknown exception occurred in the isolated context, an error occurred but a valid exception was not thrown.',
    ],
    [
      'a rejection keeps its message only',
      `fixture.reject().catch((e) => [e.constructor === Error, e.message])`,
      [true, 'late'],
    ],
    [
      'a symbol passed to the preload throws',
      `(() => { try { fixture.describe(Symbol('x')) } catch (e) { return e.message } })()`,
      'An object could not be cloned.',
    ],
    ['a symbol cannot be exposed', 'fixture.symbolError', 'Error: An object could not be cloned.'],
    [
      'a name cannot be exposed twice',
      'secondTry.error',
      'Error: Cannot bind an API on top of an existing property on the window object',
    ],
    [
      'ipcRenderer itself does not come over',
      'Object.keys(fixture.ipcRenderer).filter((k) => typeof fixture.ipcRenderer[k] === "function").length',
      0,
    ],
    [
      'a cycle comes over',
      '(() => { const o = {}; o.self = o; return fixture.call((x) => x.self === x, o) })()',
      true,
    ],
  ];
  for (const [what, expression, value] of facts) {
    test(what, async () => {
      assert.deepEqual(await fixture.page.evaluate(expression), value);
    });
  }

  test('a sandboxed preload has a short require', async () => {
    const globals = await fixture.page.evaluate<Record<string, unknown>>('fixture.globals()');
    assert.equal(globals['require'], 'function');
    assert.equal(globals['process'], 'object');
    assert.equal(globals['sandboxed'], true);
    assert.equal(globals['events'], 'function');
    assert.match(String(globals['fs']), /module not found: fs/);
  });

  test('the page cannot reach into the preload by changing its own built-ins', async () => {
    const result = await fixture.page.evaluate(`(() => {
      const stolen = [];
      const { map, push } = Array.prototype;
      const { dispatchEvent } = EventTarget.prototype;
      Array.prototype.map = function (...args) { stolen.push('map'); return map.apply(this, args) };
      EventTarget.prototype.dispatchEvent = function (...args) { stolen.push('dispatch'); return dispatchEvent.apply(this, args) };
      const answer = [fixture.isMapUntouched(), fixture.call((x) => x + 1, 1)];
      return [answer, stolen];
    })()`);
    assert.deepEqual(result, [[true, 2], []]);
  });
});
