import type { ReactNode } from 'react';

/** A sentence of the catalogue with its `**strong**` and `` `code` `` drawn: so a translator moves them with their words. */
export const MarkedText = ({ text }: { text: string }): ReactNode =>
  text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map((part, index) => {
    if (part.startsWith('**')) return <strong key={index}>{part.slice(2, -2)}</strong>;
    return part.startsWith('`') ? <code key={index}>{part.slice(1, -1)}</code> : part;
  });
