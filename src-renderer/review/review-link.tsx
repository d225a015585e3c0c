import type { ReactNode } from 'react';
import { countText } from '../format/count-text.ts';
import { Icon } from '../parts/icon.tsx';
import { PlaceLink } from '../sidebar/place-link.tsx';
import { reviewWords as words } from '../words/words.ts';
import { useSettlements } from './use-settlements.ts';

/** The way to the Review page, with how many matches wait there. */
export function ReviewLink(): ReactNode {
  const count = useSettlements('doubtful').rows?.length ?? 0;
  return (
    <PlaceLink to={{ kind: 'review' }}>
      <Icon name="pair" />
      {words.title}
      {count === 0 ? null : (
        <span className="place-count">
          <span aria-hidden="true">{countText(count)}</span>
          <span className="unseen">{words.waiting(count)}</span>
        </span>
      )}
    </PlaceLink>
  );
}
