import { failureDetail } from '#shared/failure-detail.ts';
import { failed, succeeded, type Result } from '#shared/result.ts';
import { askAuthHost, type Fetch } from './auth-exchange.ts';

/** 401: the consent was gone before (facts, 1.10). All three are what the user wanted. */
const gone: readonly number[] = [200, 204, 401];

/** Ends the consent at TrueLayer. What Passbook keeps of it is erased by the caller (`AccessTokens.forget`). */
export async function revoke(fetch: Fetch, authUrl: string, accessToken: string): Promise<Result<null>> {
  const url = `${authUrl}/api/delete`;
  const answer = await askAuthHost(fetch, { method: 'DELETE', url, bearer: accessToken });
  if (!answer.ok) return answer;
  const { status } = answer.value;
  if (gone.includes(status)) return succeeded(null);
  if (status >= 500) return failed({ kind: 'bank-unavailable', status, code: null });
  const detail = failureDetail('end-status', status);
  return failed({ kind: 'bad-answer', host: new URL(url).host, detail });
}
