import type { Section } from './section.ts';

const verdict = (met: boolean | null): string => (met === null ? '' : met ? 'met' : 'MISSED');

/** The table for a terminal: one block a section, columns as wide as their longest cell. */
export function tableText(sections: readonly Section[]): string {
  return sections.map(blockText).join('\n\n');
}

function blockText({ title, findings }: Section): string {
  const rows = findings.map(({ what, value, aim, met }) => [what, value, aim, verdict(met)]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [title, ...lines.map((line) => `  ${line}`)].join('\n');
}
