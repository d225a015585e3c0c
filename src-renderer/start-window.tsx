// oxlint-disable-next-line import/no-unassigned-import -- it must run before the first schema is made
import './no-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { bridgeOfWindow } from './bridge-of-window.ts';
import { leavingOf } from './state/leaving.ts';
import { WindowProvider } from './state/window-context.ts';
import { openWindowStore } from './state/window-store.ts';
import { WindowShell } from './window-shell.tsx';
import { wordsLanguage } from './words/words.ts';

// The composition root of the window: the bridge and the clock come in here, and nowhere else.
const root = document.querySelector('#window');
if (root === null) throw new Error('The page has no place for the window.');
document.documentElement.lang = wordsLanguage;
const bridge = bridgeOfWindow();
const store = openWindowStore(bridge, () => Date.now());
// Listens from the first moment: main asks before it closes the window.
leavingOf(bridge);
createRoot(root).render(
  <StrictMode>
    <WindowProvider value={{ bridge, store }}>
      <WindowShell />
    </WindowProvider>
  </StrictMode>,
);
