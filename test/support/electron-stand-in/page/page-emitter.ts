type Listener = (...args: unknown[]) => void;

/** The part of Node's EventEmitter that a preload meets, in `ipcRenderer` and as `require('events')`. */
export interface PageEmitter {
  on(name: string, listener: Listener): this;
  once(name: string, listener: Listener): this;
  off(name: string, listener: Listener): this;
  emit(name: string, ...args: unknown[]): boolean;
}

/** Makes the class; runs as text in the isolated world, so it names nothing outside itself. */
export function pageEmitter(): new () => PageEmitter {
  return class EventEmitter {
    private readonly listenersOf = new Map<string, Listener[]>();
    on(name: string, listener: Listener): this {
      this.listenersOf.set(name, [...(this.listenersOf.get(name) ?? []), listener]);
      return this;
    }
    addListener(name: string, listener: Listener): this {
      return this.on(name, listener);
    }
    once(name: string, listener: Listener): this {
      const wrapped = Object.assign(
        (...args: unknown[]) => {
          this.off(name, wrapped);
          listener(...args);
        },
        { listener },
      );
      return this.on(name, wrapped);
    }
    off(name: string, listener: Listener): this {
      const kept = (this.listenersOf.get(name) ?? []).filter(
        (known) => known !== listener && Reflect.get(known, 'listener') !== listener,
      );
      this.listenersOf.set(name, kept);
      return this;
    }
    removeListener(name: string, listener: Listener): this {
      return this.off(name, listener);
    }
    removeAllListeners(name?: string): this {
      if (name === undefined) this.listenersOf.clear();
      else this.listenersOf.delete(name);
      return this;
    }
    listenerCount(name: string): number {
      return this.listenersOf.get(name)?.length ?? 0;
    }
    listeners(name: string): Listener[] {
      return [...(this.listenersOf.get(name) ?? [])];
    }
    emit(name: string, ...args: unknown[]): boolean {
      const listeners = this.listeners(name);
      for (const listener of listeners) listener(...args);
      return listeners.length > 0;
    }
  };
}
