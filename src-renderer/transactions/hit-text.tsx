import type { ReactNode } from 'react';
import type { FindHits } from './hits-in.ts';

/** A text of a row with what was searched for marked in it. */
export const HitText = ({ text, findHits }: { text: string; findHits: FindHits }): ReactNode =>
  findHits(text).map((part, index) => (part.isHit ? <mark key={index}>{part.text}</mark> : part.text));
