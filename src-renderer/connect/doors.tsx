import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useWindow, useWindowState } from '../state/window-context.ts';
import type { CredentialsDoor } from './door.ts';
import { connectWords as words } from '../words/words.ts';

/** The three ways in, as three large buttons. */
export function Doors({ onCredentials }: { onCredentials: (door: CredentialsDoor) => void }): ReactNode {
  const { store } = useWindow();
  // Who has seen the demo comes for a bank of their own.
  const isFirst = useWindowState((state) => state.app?.connections.length === 0);
  return (
    <ul className="doors">
      <Door
        {...words.ways.demo}
        best={isFirst}
        onOpen={() => {
          store.open({ kind: 'connect' });
          void store.act('connect.demo', null);
        }}
      />
      <Door {...words.ways.sandbox} onOpen={() => onCredentials('sandbox')} />
      <Door {...words.ways.live} best={!isFirst} onOpen={() => onCredentials('live')} />
    </ul>
  );
}

function Door(props: {
  title: string;
  what: string;
  ease: string;
  best?: boolean;
  onOpen: () => void;
}): ReactNode {
  return (
    <li>
      <button
        type="button"
        className={props.best === true ? 'door door-best' : 'door'}
        onClick={props.onOpen}
      >
        <span className="door-title">{props.title}</span>
        <span className="door-words">{props.what}</span>
        <span className="door-ease">
          {props.ease}
          <Icon name="next" />
        </span>
      </button>
    </li>
  );
}
