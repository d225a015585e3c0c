import type { ReactNode } from 'react';
import type { ExportPreview } from '#shared/export.ts';
import type { Failure } from '#shared/failure.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { exportWords } from '../words/words.ts';

/** The beginning of the file as it would be, and how much of it there is. */
export function ExportPreviewPane(props: {
  preview: ExportPreview | null;
  failure: Failure | null;
}): ReactNode {
  const { preview, failure } = props;
  if (failure !== null) return <FailureNotice failure={failure} />;
  return (
    <section className="export-preview" aria-labelledby="export-preview-title">
      <header>
        <h2 id="export-preview-title">{exportWords.preview}</h2>
        <p className="quiet" role="status">
          {preview === null ? exportWords.previewBusy : exportWords.rowsInFile(preview.rows)}
        </p>
      </header>
      {preview === null || preview.pendingLeftOut === 0 ? null : (
        <p className="quiet">{exportWords.pendingLeftOut(preview.pendingLeftOut)}</p>
      )}
      {/* Scrolls by itself, so it has to be reachable by keyboard. */}
      <pre tabIndex={0} aria-label={exportWords.preview}>
        {preview?.text}
      </pre>
      {preview === null || preview.isWhole ? null : <p className="quiet">{exportWords.previewRest}</p>}
    </section>
  );
}
