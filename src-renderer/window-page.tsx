import type { ReactNode } from 'react';
import { assertNever } from '#shared/assert-never.ts';
import { ActivityPage } from './activity/activity-page.tsx';
import { JobPage } from './activity/job-page.tsx';
import { ConnectPage } from './connect/connect-page.tsx';
import { CompletenessPage } from './coverage/completeness-page.tsx';
import { ExportPage } from './export/export-page.tsx';
import { InsightsPage } from './insights/insights-page.tsx';
import { OverviewPage } from './overview/overview-page.tsx';
import { ReviewPage } from './review/review-page.tsx';
import { SettingsPage } from './settings/settings-page.tsx';
import type { WindowPlace } from './state/window-place.ts';
import { TransactionsPage } from './transactions/transactions-page.tsx';

/** The page of a place. A key per account: nothing of one may show under the name of another. */
export function WindowPage({ place }: { place: WindowPlace }): ReactNode {
  switch (place.kind) {
    case 'overview':
      return <OverviewPage />;
    case 'connect':
      return <ConnectPage />;
    case 'settings':
      return <SettingsPage />;
    case 'activity':
      return <ActivityPage />;
    case 'insights':
      return <InsightsPage />;
    case 'completeness':
      return <CompletenessPage />;
    case 'export':
      return <ExportPage />;
    case 'account':
      return <TransactionsPage key={place.accountId} accountId={place.accountId} />;
    case 'all-transactions':
      return <TransactionsPage key={`all ${JSON.stringify(place.filter)}`} opensWith={place.filter} />;
    case 'review':
      return <ReviewPage />;
    case 'job':
      return <JobPage key={place.jobId} jobId={place.jobId} />;
    default:
      return assertNever(place);
  }
}
