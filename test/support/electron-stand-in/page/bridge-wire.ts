/** One value on its way: `h` is an index of the heap, so that cycles and shared objects keep their shape. */
export type Wire = { readonly v: unknown } | { readonly h: number };
/** What a wire's `h` leads to. */
export type HeapEntry =
  | { readonly k: 'array' | 'object'; readonly entries: (readonly [string, Wire])[]; readonly length: number }
  | { readonly k: 'function' | 'yours' | 'promise'; readonly id: number }
  | { readonly k: 'error'; readonly message: string };
/** A value taken apart. */
export interface Parcel {
  readonly root: Wire;
  readonly heap: HeapEntry[];
}
/** What the two ends say to each other. `settle`: a promise of the other end has ended. */
export interface BridgeMessage {
  readonly op: 'call' | 'settle' | 'expose' | 'answer';
  readonly id?: number;
  readonly key?: string;
  readonly fine?: boolean;
  readonly parcel?: Parcel;
  readonly error?: string;
}
