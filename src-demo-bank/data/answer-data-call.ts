import { admit } from '../auth/bearer.ts';
import { errorAnswer, jsonText } from '../http/answer.ts';
import { resultsOf } from './results-of.ts';
import type { AccountBook } from '../life/account-book.ts';
import type { Answer } from '../http/answer.ts';
import type { ConsentDesk } from '../auth/consent-desk.ts';
import type { DataRoute } from './data-routes.ts';
import type { FaultEffects } from '../faults/fault-effects.ts';
import type { UnattendedBudget } from './unattended-budget.ts';

/** What the Data API answers from. */
export interface DataDesk {
  readonly books: readonly AccountBook[];
  readonly consents: ConsentDesk;
  readonly budget: UnattendedBudget;
  readonly nowMs: () => number;
}

/** One request to the Data API. */
export interface DataCall {
  readonly route: DataRoute;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  /** `X-PSU-IP` was sent. */
  readonly isAttended: boolean;
  readonly effects: FaultEffects;
}

/** The bank itself, not TrueLayer, is asked by these: `/me` and `/results` cost nothing of the bank's patience. */
const reachesBank = (route: DataRoute): boolean => route.endpoint !== 'me' && route.endpoint !== 'results';

/** Checks who asks, counts, and answers. The order of the checks is the order a real request passes them in. */
export function answerDataCall(desk: DataDesk, call: DataCall): Answer {
  const nowMs = desk.nowMs();
  const { route } = call;
  const admission = admit(call.authorization, desk.consents, route.scopes, nowMs);
  if (admission.kind === 'refused') return admission.answer;
  const { consent } = admission;
  const book = desk.books.find(({ profile }) => profile.accountId === route.accountId);
  if (route.family !== null && book?.profile.kind !== route.family) return errorAnswer('account_not_found');
  if (
    reachesBank(route) &&
    !call.isAttended &&
    !desk.budget.take(consent.credentialsId, route.endpoint, route.accountId, nowMs)
  ) {
    return errorAnswer('provider_request_limit_exceeded');
  }
  for (const each of desk.books) each.advanceTo(nowMs);
  const results = resultsOf({ ...call, consent, nowMs, books: desk.books, book });
  if (results.kind === 'error') return errorAnswer(results.error);
  const status = call.effects.withoutStatus ? '' : ',"status":"Succeeded"';
  const answer = jsonText(200, `{"results":[${results.texts.join(',')}]${status}}`);
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'x-credentials-id': consent.credentialsId,
      'last-modified': new Date(nowMs).toUTCString(),
    },
  };
}
