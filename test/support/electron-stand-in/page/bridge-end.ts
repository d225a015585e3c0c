import type { BridgeMessage, HeapEntry, Parcel, Wire } from './bridge-wire.ts';

/** The part of a DOM element that carries messages between the two worlds of a page. */
export interface BridgeNode {
  addEventListener(type: string, listener: (event: { readonly detail: unknown }) => void): void;
  dispatchEvent(event: object): boolean;
}

/** One end of the bridge between a page's isolated world and its main world. */
export interface BridgeEnd {
  /** Gives the other world a copy of `api` as a read-only global. @throws Error what Electron's contextBridge throws. */
  readonly expose: (key: string, api: unknown) => void;
}

type AnyFunction = (...args: unknown[]) => unknown;

/**
 * Both ends run this, as text: `contextBridge` of Electron 45 by its rules (shell/renderer/api/context_bridge):
 * functions become proxies that copy arguments and results, promises are proxied, errors keep only their message,
 * arrays and objects are copied member by member without prototype, anything else must be cloneable. The worlds share
 * only a DOM node; the details of its events are structured-cloned by Chromium from world to world. Plain loops and
 * early references, because the page may replace every method of its own world.
 */
export function bridgeEnd(node: BridgeNode, toOther: string, fromOther: string): BridgeEnd {
  const { apply, ownKeys, defineProperty, getOwnPropertyDescriptor } = Reflect;
  const { freeze, isFrozen } = Object;
  const { isArray } = Array;
  const clone = structuredClone;
  const toStringOf = Object.prototype.toString;
  const isView = ArrayBuffer.isView.bind(ArrayBuffer);
  const PromiseHere = Promise;
  const thenOf = Promise.prototype.then;
  const NativeError = Error;
  const isError = (value: unknown): value is Error => apply(toStringOf, value, []) === '[object Error]';
  const Weak = WeakMap<object, number>;
  const weakGet = WeakMap.prototype.get;
  const weakSet = WeakMap.prototype.set;
  const EventHere = Reflect.get(globalThis, 'CustomEvent') as new (type: string, init: object) => object;
  const dispatch = node.dispatchEvent.bind(node);
  const refused = 'An object could not be cloned.';
  const unknownError =
    'An unknown exception occurred in the isolated context, an error occurred but a valid exception was not thrown.';

  const ours: AnyFunction[] = [];
  const pending: Record<number, [(value: unknown) => void, (reason: unknown) => void]> = Object.create(
    null,
  ) as never;
  /** Functions that are proxies for one of theirs: sent back, they are the original again. */
  const theirIds = new Weak();
  let lastPromiseId = 0;
  let answer: BridgeMessage | null = null;

  const post = (message: BridgeMessage): boolean => dispatch(new EventHere(toOther, { detail: message }));

  /** Asks and has the answer at once: DOM events are synchronous. */
  function ask(message: BridgeMessage): Parcel | undefined {
    answer = null;
    post(message);
    const got = answer as BridgeMessage | null;
    answer = null;
    if (got === null) throw new NativeError('The other world is gone.');
    if (got.error !== undefined) throw new NativeError(got.error);
    return got.parcel;
  }

  function pack(value: unknown): Parcel {
    const heap: HeapEntry[] = [];
    const seen = new Weak();
    const put = (entry: HeapEntry): Wire => {
      heap[heap.length] = entry;
      return { h: heap.length - 1 };
    };

    function wire(item: unknown, depth: number): Wire {
      if (depth > 1000)
        throw new TypeError(
          'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
        );
      if (typeof item === 'function') return functionWire(item as AnyFunction);
      if (item === null || typeof item !== 'object') {
        if (typeof item === 'symbol') throw new NativeError(refused);
        return { v: item };
      }
      const known = apply(weakGet, seen, [item]) as number | undefined;
      if (known !== undefined) return { h: known };
      if (item instanceof PromiseHere) return promiseWire(item);
      if (isError(item)) return put({ k: 'error', message: item.message });
      const kind = apply<object, [], string>(toStringOf, item, []);
      if (isArray(item) || (kind === '[object Object]' && !isView(item))) return membersWire(item, depth);
      try {
        return { v: clone(item) };
      } catch {
        throw new NativeError(refused);
      }
    }

    function functionWire(item: AnyFunction): Wire {
      const theirs = apply(weakGet, theirIds, [item]) as number | undefined;
      if (theirs !== undefined) return put({ k: 'yours', id: theirs });
      ours[ours.length] = item;
      return put({ k: 'function', id: ours.length - 1 });
    }

    function promiseWire(item: Promise<unknown>): Wire {
      const id = ++lastPromiseId;
      const settle = (fine: boolean) => (result: unknown) => {
        let parcel: Parcel;
        try {
          parcel = pack(result);
        } catch {
          parcel = pack(new NativeError(refused));
          post({ op: 'settle', id, fine: false, parcel });
          return;
        }
        post({ op: 'settle', id, fine, parcel });
      };
      void apply(thenOf, item, [settle(true), settle(false)]);
      return put({ k: 'promise', id });
    }

    function membersWire(item: object, depth: number): Wire {
      const entries: (readonly [string, Wire])[] = [];
      const length = isArray(item) ? item.length : 0;
      const reference = put({ k: isArray(item) ? 'array' : 'object', entries, length });
      apply(weakSet, seen, [item, heap.length - 1]);
      const keys = ownKeys(item);
      for (let at = 0; at < keys.length; at++) {
        const key = keys[at];
        if (typeof key !== 'string' || getOwnPropertyDescriptor(item, key)?.enumerable !== true) continue;
        entries[entries.length] = [key, wire(Reflect.get(item, key), depth + 1)];
      }
      return reference;
    }

    return { root: wire(value, 0), heap };
  }

  function unpack({ root, heap }: Parcel): unknown {
    const built: unknown[] = [];
    function read(wire: Wire): unknown {
      if ('v' in wire) return wire.v;
      if (!(wire.h in built)) build(wire.h, heap[wire.h]);
      return built[wire.h];
    }
    function build(at: number, entry: HeapEntry | undefined): void {
      if (entry === undefined) return;
      if (entry.k === 'error') built[at] = new NativeError(entry.message);
      else if ('id' in entry) buildById(at, entry.k, entry.id);
      else {
        const target: object = entry.k === 'array' ? [] : {};
        built[at] = target;
        if (isArray(target)) target.length = entry.length;
        for (let index = 0; index < entry.entries.length; index++) {
          const [key, wire] = entry.entries[index] as readonly [string, Wire];
          defineProperty(target, key, {
            value: read(wire),
            writable: true,
            enumerable: true,
            configurable: true,
          });
        }
      }
    }
    function buildById(at: number, kind: string, id: number): void {
      if (kind === 'yours') built[at] = ours[id];
      else if (kind === 'function') {
        const proxy = (...args: unknown[]): unknown => {
          const parcel = ask({ op: 'call', id, parcel: pack(args) });
          return parcel === undefined ? undefined : unpack(parcel);
        };
        apply(weakSet, theirIds, [proxy, id]);
        built[at] = proxy;
      } else {
        built[at] = new PromiseHere((resolve, reject) => {
          pending[id] = [resolve, reject];
        });
      }
    }
    return read(root);
  }

  function deepFreeze(value: unknown): void {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return;
    if (isView(value) || isFrozen(value)) return;
    freeze(value);
    const keys = ownKeys(value);
    for (let at = 0; at < keys.length; at++) deepFreeze(Reflect.get(value, keys[at] as string));
  }

  function handle(message: BridgeMessage): BridgeMessage | null {
    const value = message.parcel === undefined ? undefined : unpack(message.parcel);
    if (message.op === 'settle') {
      const waiting = pending[message.id ?? 0];
      delete pending[message.id ?? 0];
      waiting?.[message.fine === true ? 0 : 1](value);
      return null;
    }
    if (message.op === 'expose') {
      const key = message.key ?? '';
      if (key in globalThis)
        throw new NativeError('Cannot bind an API on top of an existing property on the window object');
      deepFreeze(value);
      defineProperty(globalThis, key, { value, enumerable: true, writable: false, configurable: false });
      return { op: 'answer' };
    }
    const called = ours[message.id ?? -1];
    if (called === undefined) throw new NativeError('No such function.');
    return { op: 'answer', parcel: pack(apply(called, undefined, value as unknown[])) };
  }

  node.addEventListener(fromOther, ({ detail }) => {
    const message = detail as BridgeMessage;
    if (message.op === 'answer') {
      answer = message;
      return;
    }
    let reply: BridgeMessage | null;
    try {
      reply = handle(message);
    } catch (error) {
      const said =
        typeof error === 'object' && error !== null ? (Reflect.get(error, 'message') as unknown) : undefined;
      reply = { op: 'answer', error: typeof said === 'string' ? said : unknownError };
    }
    if (reply !== null) post(reply);
  });

  return { expose: (key, api) => void ask({ op: 'expose', key, parcel: pack(api) }) };
}
