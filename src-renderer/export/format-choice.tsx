import { useId, type ReactNode } from 'react';
import { type ExportFormat, exportFormats } from '#shared/export.ts';
import { exportWords } from '../words/words.ts';

/** One of the formats, each with who reads it. */
export function FormatChoice(props: {
  value: ExportFormat;
  onChange: (format: ExportFormat) => void;
}): ReactNode {
  const name = useId();
  return (
    <fieldset className="format-choice">
      <legend>{exportWords.format}</legend>
      {exportFormats.map((format) => {
        const [title, what] = exportWords.formats[format];
        return (
          <label key={format} className="format">
            <input
              type="radio"
              name={name}
              checked={props.value === format}
              onChange={() => props.onChange(format)}
            />
            <span className="format-words">
              <span>{title}</span>
              <span className="quiet">{what}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
