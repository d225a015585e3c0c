const { contextBridge, ipcRenderer } = require('electron');

const untouched = Array.prototype.map;
let counter = 0;
class Account {
  constructor() {
    this.balance = 5;
  }
  report() {
    return 'secret';
  }
}
const attempt = (make) => {
  try {
    make();
    return 'no error';
  } catch (error) {
    return `${error.constructor.name}: ${error.message}`;
  }
};

contextBridge.exposeInMainWorld('fixture', {
  text: 'plain',
  nested: { list: [1, { two: 2 }], when: new Date(0), map: new Map([['a', 1]]) },
  account: new Account(),
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  on: (channel, listener) => {
    const wrapped = (_event, ...args) => listener(...args);
    ipcRenderer.on(channel, wrapped);
    return () => ipcRenderer.off(channel, wrapped);
  },
  invokeWith: (what) =>
    attempt(() =>
      ipcRenderer.send(
        'said',
        { function: () => 1, symbol: Symbol('s'), node: document.body, weak: new WeakMap() }[what],
      ),
    ),
  count: () => ++counter,
  call: (callback, ...args) => callback(...args),
  same: (callback) => callback,
  describe: (value) => `${Object.prototype.toString.call(value)} ${value?.constructor === Object}`,
  promise: async (value) => value,
  reject: async () => {
    throw new RangeError('late');
  },
  throwError: () => {
    throw new RangeError('from the preload');
  },
  throwText: () => {
    throw 'a text';
  },
  isMapUntouched: () => Array.prototype.map === untouched && [1].map((n) => n + 1)[0] === 2,
  globals: () => ({
    require: typeof require,
    process: typeof process,
    sandboxed: process.sandboxed,
    fs: attempt(() => require('fs')),
    remote: attempt(() => require('electron').remote),
    events: typeof require('events').EventEmitter,
  }),
  ipcRenderer,
  symbolError: attempt(() => contextBridge.exposeInMainWorld('bad', { key: Symbol('no') })),
});
contextBridge.exposeInMainWorld('again', 1);
contextBridge.exposeInMainWorld('secondTry', {
  error: attempt(() => contextBridge.exposeInMainWorld('again', 2)),
});
