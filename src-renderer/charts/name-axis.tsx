import type { ReactNode } from 'react';
import type { Plot } from './chart-walker.tsx';

/** So wide a name is with the room around it, pixels. */
const nameWidth = 64;

/** Names under a chart's points, as many as have room; the last always. */
export function NameAxis({ plot, names }: { plot: Plot; names: readonly string[] }): ReactNode {
  const step = plot.width / Math.max(1, names.length);
  const every = Math.max(1, Math.ceil(nameWidth / step));
  return names.map((name, index) =>
    (names.length - 1 - index) % every === 0 ? (
      <text
        key={index}
        className="chart-text"
        x={Math.min(plot.left + (index + 0.5) * step, plot.left + plot.width - 22)}
        y={plot.height + 18}
        textAnchor="middle"
      >
        {name}
      </text>
    ) : null,
  );
}
