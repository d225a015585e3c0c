import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useWindow } from '../state/window-context.ts';
import type { CredentialsDoor } from './door.ts';

/** The three ways in, as three large buttons. */
export function Doors({ onCredentials }: { onCredentials: (door: CredentialsDoor) => void }): ReactNode {
  const { store } = useWindow();
  return (
    <ul className="doors">
      <Door
        title="Demo bank"
        words="A made-up household with accounts, cards and years of transactions, on this computer only. Nothing to sign up for."
        ease="Ready in a few seconds"
        best
        onOpen={() => {
          store.open({ kind: 'connect' });
          void store.act('connect.demo', null);
        }}
      />
      <Door
        title="TrueLayer sandbox"
        words="TrueLayer's own mock bank. Tries the whole way, your credentials included, without real money."
        ease="Needs a free TrueLayer account"
        onOpen={() => onCredentials('sandbox')}
      />
      <Door
        title="Your bank"
        words="Your real accounts and cards in the UK or the EU, by open banking. You give your consent on your bank's own page."
        ease="Needs live access at TrueLayer"
        onOpen={() => onCredentials('live')}
      />
    </ul>
  );
}

function Door(props: {
  title: string;
  words: string;
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
        <span className="door-words">{props.words}</span>
        <span className="door-ease">
          {props.ease}
          <Icon name="next" />
        </span>
      </button>
    </li>
  );
}
