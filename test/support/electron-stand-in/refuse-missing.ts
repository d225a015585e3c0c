import { EventEmitter } from 'node:events';

/** Asked of any object by promises, JSON, Node's own events and inspectors, never by an app that wants Electron. */
const askedOfAnything = new Set(['then', 'toJSON', 'domain', 'inspect', 'prototype', 'asymmetricMatch']);

function refuse(name: string, key: string): never {
  throw new Error(`the stand-in has no ${name}.${key}: add it to test/support/electron-stand-in`);
}

/**
 * An API object that throws, naming itself, when something is asked of it that it does not have. `undefined` would let
 * a spec pass over a call that was never made. Members may be replaced, as specs do with `dialog`.
 */
export const refusing = <T extends object>(name: string, target: T): T =>
  new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol' || key in object || askedOfAnything.has(key))
        return Reflect.get(object, key, receiver) as unknown;
      return refuse(name, key);
    },
  });

/** Classes that have one instance, which is what an app knows: `app`, not `App`. */
const onlyOnes = new Set(['App', 'IpcMain', 'NativeTheme', 'PowerMonitor', 'Screen']);

const endOfTheChain = new Proxy(Object.prototype, {
  get(object, key, receiver: object) {
    if (typeof key === 'symbol' || key in object || askedOfAnything.has(key))
      return Reflect.get(object, key) as unknown;
    const { name } = receiver.constructor;
    return refuse(onlyOnes.has(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name, key);
  },
});

function construct(this: EventEmitter): void {
  EventEmitter.call(this);
}
construct.prototype = Object.create(
  endOfTheChain,
  Object.getOwnPropertyDescriptors(EventEmitter.prototype),
) as object;

/**
 * What Electron's classes extend here: an EventEmitter whose prototype chain ends in the refusal, so that `this` stays
 * the object itself (a Proxy around an instance would break private fields and identity).
 */
export const ApiEmitter = construct as unknown as new () => EventEmitter;
