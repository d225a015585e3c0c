import type { ReactNode } from 'react';

/** A chart's numbers as text: the first column names the row, the others are values. */
export interface TableOfChart {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What stands behind "Show as table"; scrolls by itself when it is long. */
export function ChartTable({ table, title }: { table: TableOfChart; title: string }): ReactNode {
  return (
    <div className="chart-table" tabIndex={0} role="region" aria-label={title}>
      <table>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...values], row) => (
            <tr key={`${String(row)} ${name ?? ''}`}>
              <th scope="row">{name}</th>
              {values.map((value, index) => (
                <td key={table.columns[index + 1] ?? index}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
