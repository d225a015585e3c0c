import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ConsoleSteps } from './console-steps.tsx';
import type { CredentialsDraft } from './credentials-draft.ts';
import { CredentialsForm } from './credentials-form.tsx';
import type { CredentialsDoor } from './door.ts';
import { credentialsWords as words } from '../words/words.ts';

/** Steps at the left, form at the right: the whole way to the bank's page on one screen. */
export function CredentialsPage(props: {
  door: CredentialsDoor;
  draft: CredentialsDraft;
  onDraft: (draft: CredentialsDraft) => void;
  onBack: () => void;
}): ReactNode {
  const { door, draft, onDraft, onBack } = props;
  return (
    <>
      <PageHead title={words.titles[door]} under={words.under}>
        <button type="button" className="button" onClick={onBack}>
          <Icon name="back" />
          {words.back}
        </button>
      </PageHead>
      <div className="credentials">
        <section aria-labelledby="console-steps" className="card">
          <h2 id="console-steps">{words.steps}</h2>
          <ConsoleSteps door={door} redirectUri={draft.redirectUri} />
        </section>
        <section aria-labelledby="credentials-here" className="card">
          <h2 id="credentials-here">{words.form}</h2>
          <CredentialsForm door={door} draft={draft} onDraft={onDraft} />
        </section>
      </div>
    </>
  );
}
