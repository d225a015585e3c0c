import { useState, type ReactNode } from 'react';
import type { ExportFormat, ExportWish } from '#shared/export.ts';
import { PageHead } from '../parts/page-head.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { useWindow } from '../state/window-context.ts';
import { exportWords } from '../words/words.ts';
import { AccountsChoice } from './accounts-choice.tsx';
import { DaysChoice } from './days-choice.tsx';
import { ExportPreviewPane } from './export-preview.tsx';
import { FormatChoice } from './format-choice.tsx';
import { type SaveState, useExportSave } from './use-export-save.ts';

/** Choices at the left, what comes of them at the right. */
export function ExportPage(): ReactNode {
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [accounts, setAccounts] = useState<ReadonlySet<string> | null>(null);
  const [days, setDays] = useState({ from: '', to: '' });
  const isReversed = days.from !== '' && days.to !== '' && days.from > days.to;
  const wish: ExportWish | null = isReversed
    ? null
    : {
        format,
        ...(days.from === '' ? {} : { from: days.from }),
        ...(days.to === '' ? {} : { to: days.to }),
        ...(accounts === null ? {} : { accountIds: [...accounts] }),
      };
  const { answer: preview, failure } = useAnswer('export.preview', wish ?? undefined);
  const [saving, save] = useExportSave();
  const rows = preview?.rows ?? 0;
  const canSave = wish !== null && failure === null && rows > 0 && saving.kind !== 'saving';
  return (
    <>
      <PageHead title={exportWords.title} under={exportWords.under}>
        <button
          type="button"
          className="button button-main"
          disabled={!canSave}
          onClick={() => {
            if (wish !== null) void save(wish);
          }}
        >
          {exportWords.save}
        </button>
      </PageHead>
      <SaveLine state={saving} rows={rows} />
      <div className="export">
        <form className="card export-choices" onSubmit={(event) => event.preventDefault()}>
          <FormatChoice value={format} onChange={setFormat} />
          <AccountsChoice value={accounts} onChange={setAccounts} />
          <DaysChoice
            value={days}
            problem={isReversed ? exportWords.daysReversed : null}
            onChange={setDays}
          />
        </form>
        <ExportPreviewPane preview={preview} failure={failure} />
      </div>
    </>
  );
}

function SaveLine({ state, rows }: { state: SaveState; rows: number }): ReactNode {
  const { store } = useWindow();
  return (
    <div className="export-said" role="status">
      {state.kind === 'saving' ? (
        <>
          <progress
            aria-label={exportWords.saving}
            max={Math.max(1, rows)}
            value={Math.min(state.rows, rows)}
          />
          {exportWords.written(state.rows, rows)}
        </>
      ) : null}
      {state.kind === 'saved' ? (
        <>
          {exportWords.saved(state.rows, state.fileName)}
          <button type="button" className="button" onClick={() => void store.act('export.reveal', null)}>
            {exportWords.reveal}
          </button>
        </>
      ) : null}
    </div>
  );
}
