import type { ReactNode } from 'react';
import { countText } from '../format/count-text.ts';

/** A count in a table of syncs. A nought is quiet: what did happen is looked for. */
export const CountCell = ({ count }: { count: number }): ReactNode => (
  <td className={count === 0 ? 'count-nothing' : undefined}>{countText(count)}</td>
);
