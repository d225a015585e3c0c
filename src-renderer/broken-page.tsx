import { Component, type ReactNode } from 'react';
import { MarkedText } from './parts/marked-text.tsx';
import { windowWords as words } from './words/words.ts';

/** Catches a bug in drawing one page, so that the rest of the window, and the sync, stay usable. `key` it by place. */
export class BrokenPage extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <div className="notice notice-bad" role="alert">
        <div className="notice-words">
          <p>
            <MarkedText text={words.brokenPage} />
          </p>
          <div className="notice-ways">
            <button type="button" className="button" onClick={() => this.setState({ isBroken: false })}>
              {words.drawAgain}
            </button>
          </div>
        </div>
      </div>
    );
  }
}
