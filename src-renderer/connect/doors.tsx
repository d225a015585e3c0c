import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useWindow } from '../state/window-context.ts';
import type { CredentialsDoor } from './door.ts';
import { connectWords as words } from '../words/words.ts';

/** The three ways in, as three large buttons. */
export function Doors({ onCredentials }: { onCredentials: (door: CredentialsDoor) => void }): ReactNode {
  const { store } = useWindow();
  return (
    <ul className="doors">
      <Door
        {...words.ways.demo}
        best
        onOpen={() => {
          store.open({ kind: 'connect' });
          void store.act('connect.demo', null);
        }}
      />
      <Door {...words.ways.sandbox} onOpen={() => onCredentials('sandbox')} />
      <Door {...words.ways.live} onOpen={() => onCredentials('live')} />
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
