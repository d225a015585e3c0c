import { createContext, use } from 'react';
import type { Bridge } from '#shared/ipc/bridge.ts';
import { useStore } from './use-store.ts';
import type { WindowState } from './window-state.ts';
import type { WindowStore } from './window-store.ts';

/** What every component may reach without being handed it. */
export interface WindowParts {
  readonly bridge: Bridge;
  readonly store: WindowStore;
}

const context = createContext<WindowParts | null>(null);

/** Gives the parts to everything below it. */
export const WindowProvider = context.Provider;

/** @see WindowParts */
export function useWindow(): WindowParts {
  const parts = use(context);
  if (parts === null) throw new Error('A component stands outside of WindowProvider.');
  return parts;
}

/** A part of the window's state; see `useStore` for what `select` must hold to. */
export const useWindowState = <P>(select: (state: WindowState) => P): P =>
  useStore(useWindow().store, select);
