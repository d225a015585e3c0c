import { useEffect, useState } from 'react';
import type { ExportPreview, ExportWish } from '#shared/export.ts';
import type { Failure } from '#shared/failure.ts';
import { useWindow } from '../state/window-context.ts';

/** What the file would begin with; the last answer stays while the next one is under way. */
export interface PreviewState {
  readonly preview: ExportPreview | null;
  readonly failure: Failure | null;
}

/** Asks for the preview of a wish; `null`: the wish makes no sense yet. `edition`: another number asks again. */
export function useExportPreview(wish: ExportWish | null, edition: number): PreviewState {
  const { bridge } = useWindow();
  const [state, setState] = useState<PreviewState>({ preview: null, failure: null });
  // By value: a page draws a new object each time.
  const key = JSON.stringify(wish);
  useEffect(() => {
    let isOld = false;
    const asked = JSON.parse(key) as ExportWish | null;
    if (asked !== null) {
      void bridge.call('export.preview', asked).then((answer) => {
        if (isOld) return;
        setState(
          answer.ok ? { preview: answer.value, failure: null } : { preview: null, failure: answer.failure },
        );
      });
    }
    return () => {
      isOld = true;
    };
  }, [bridge, key, edition]);
  return state;
}
