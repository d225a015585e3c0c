import { useEffect, useState } from 'react';
import type { ExportWish } from '#shared/export.ts';
import { useWindow } from '../state/window-context.ts';

/** Nothing yet, at work with so many rows written, or saved. */
export type SaveState =
  | { readonly kind: 'none' }
  | { readonly kind: 'saving'; readonly rows: number }
  | { readonly kind: 'saved'; readonly rows: number; readonly fileName: string };

/** Saves an export and follows how far it is. */
export function useExportSave(): readonly [state: SaveState, save: (wish: ExportWish) => Promise<void>] {
  const { bridge, store } = useWindow();
  const [state, setState] = useState<SaveState>({ kind: 'none' });
  useEffect(
    () =>
      bridge.on('export.progress', ({ rows }) =>
        setState((before) => (before.kind === 'saving' ? { kind: 'saving', rows } : before)),
      ),
    [bridge],
  );
  const save = async (wish: ExportWish): Promise<void> => {
    setState({ kind: 'saving', rows: 0 });
    const saved = await store.act('export.save', wish);
    setState(saved === null ? { kind: 'none' } : { kind: 'saved', ...saved });
  };
  return [state, save];
}
