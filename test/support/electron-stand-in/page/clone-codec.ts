/** A primitive as itself, or a tagged one, or `['r', index]`: an object on the heap. */
type Cell = string | number | boolean | null | readonly [tag: string, value?: string | number];

/** An object taken apart. `t` says which kind. */
interface HeapObject {
  readonly t: string;
  readonly v?: Cell | readonly Cell[];
  readonly k?: readonly (readonly [Cell, Cell])[];
  readonly n?: number;
}

/** Values of the structured clone algorithm as text and back. */
export interface CloneCodec {
  /** @throws Error "An object could not be cloned.", as Electron does. */
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
}

/**
 * The codec of every IPC message. It runs in Node and, as text, in the window, so it must not name anything outside
 * itself. `structuredClone` decides what is allowed and drops prototypes; what is left is a closed set of types.
 */
export function cloneCodec(): CloneCodec {
  const refused = 'An object could not be cloned.';
  const toStringOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);

  function encode(value: unknown): string {
    let root: unknown;
    try {
      root = structuredClone(value);
    } catch {
      throw new Error(refused);
    }
    const seen = new Map<object, number>();
    const heap: HeapObject[] = [];
    const cells = (values: Iterable<unknown>): Cell[] => Array.from(values, cell);
    const pairs = (entries: Iterable<readonly [unknown, unknown]>): [Cell, Cell][] =>
      Array.from(entries, ([key, item]) => [cell(key), cell(item)]);

    function cell(item: unknown): Cell {
      if (item === null || typeof item === 'string' || typeof item === 'boolean') return item;
      if (item === undefined) return ['u'];
      if (typeof item === 'bigint') return ['b', String(item)];
      if (typeof item === 'number')
        return Number.isFinite(item) && !Object.is(item, -0)
          ? item
          : ['n', Object.is(item, -0) ? '-0' : String(item)];
      const known = seen.get(item);
      if (known !== undefined) return ['r', known];
      const at = heap.length;
      seen.set(item, at);
      heap.push({ t: 'pending' });
      heap[at] = takeApart(item);
      return ['r', at];
    }

    function takeApart(item: object): HeapObject {
      if (Array.isArray(item)) return { t: 'Array', n: item.length, k: pairs(Object.entries(item)) };
      if (item instanceof Map) return { t: 'Map', k: pairs(item as Map<unknown, unknown>) };
      if (item instanceof Set) return { t: 'Set', v: cells(item as Set<unknown>) };
      if (item instanceof Date) return { t: 'Date', v: cell(item.getTime()) };
      if (item instanceof RegExp) return { t: 'RegExp', v: [item.source, item.flags] };
      if (item instanceof Error)
        return { t: 'Error', v: cells([item.name, item.message, item.stack, item.cause]) };
      if (item instanceof ArrayBuffer) return { t: 'ArrayBuffer', v: toBase64(new Uint8Array(item)) };
      if (ArrayBuffer.isView(item)) {
        const bytes = new Uint8Array(item.buffer, item.byteOffset, item.byteLength);
        return { t: 'View', v: [toStringOf(item), toBase64(bytes)] };
      }
      const kind = toStringOf(item);
      if (kind === 'Object') return { t: 'Object', k: pairs(Object.entries(item)) };
      if (['Boolean', 'Number', 'String', 'BigInt'].includes(kind))
        return { t: 'Wrapped', v: cell(item.valueOf()) };
      throw new Error(refused);
    }

    const rootCell = cell(root);
    return JSON.stringify({ root: rootCell, heap });
  }

  function decode(text: string): unknown {
    const { root, heap } = JSON.parse(text) as { root: Cell; heap: HeapObject[] };
    const built: unknown[] = [];

    function read(cell: Cell | undefined): unknown {
      if (!Array.isArray(cell)) return cell;
      const [tag, value] = cell as [string, string | number | undefined];
      if (tag === 'u') return undefined;
      if (tag === 'b') return BigInt(value ?? 0);
      if (tag === 'n') return Number(value);
      const at = Number(value);
      if (!(at in built)) putTogether(at, heap[at] ?? { t: 'Object' });
      return built[at];
    }

    function putTogether(at: number, { t, v, k = [], n = 0 }: HeapObject): void {
      const list = Array.isArray(v) ? (v as Cell[]) : [];
      if (t === 'Map') {
        const map = new Map();
        built[at] = map;
        for (const [key, item] of k) map.set(read(key), read(item));
      } else if (t === 'Set') {
        const set = new Set();
        built[at] = set;
        for (const item of list) set.add(read(item));
      } else if (t === 'Array' || t === 'Object') {
        const target: object = t === 'Array' ? Array.from({ length: n }) : {};
        // Holes stay holes, and `__proto__` is a key like any other.
        if (t === 'Array') for (let index = 0; index < n; index++) Reflect.deleteProperty(target, index);
        built[at] = target;
        for (const [key, item] of k) {
          const property = { value: read(item), writable: true, enumerable: true, configurable: true };
          Object.defineProperty(target, String(key), property);
        }
      } else built[at] = leaf(t, v, list);
    }

    function leaf(t: string, v: HeapObject['v'], list: readonly Cell[]): unknown {
      if (t === 'Date') return new Date(Number(read(v as Cell)));
      if (t === 'RegExp') return new RegExp(String(list[0]), String(list[1]));
      if (t === 'ArrayBuffer') return fromBase64(String(v)).buffer;
      if (t === 'Wrapped') return Object(read(v as Cell));
      if (t === 'View') {
        const name = String(list[0]);
        const { buffer } = fromBase64(String(list[1]));
        return Reflect.construct(Reflect.get(globalThis, name) as new (from: ArrayBuffer) => object, [
          buffer,
        ]);
      }
      const [name, message, stack, cause] = list.map((item) => read(item));
      const known = Reflect.get(globalThis, String(name)) as unknown;
      const Kind = /^\w*Error$/.test(String(name)) && typeof known === 'function' ? known : Error;
      const options = cause === undefined ? [] : [{ cause }];
      const error = Reflect.construct(Kind as ErrorConstructor, [message, ...options]) as Error;
      error.stack = String(stack);
      return error;
    }

    return read(root);
  }

  function toBase64(bytes: Uint8Array): string {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  }

  const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

  return { encode, decode };
}
