import { failureDetail } from '#shared/failure-detail.ts';
import { failed, type Result, succeeded } from '#shared/result.ts';
import { badAnswer } from './failure-of-sent.ts';

/**
 * Where an asynchronous answer is to be fetched, checked: the bearer token goes there, so it must be the API's own
 * results and nothing else, whatever the server says (truelayer.md 3).
 */
export function askLaterUri(apiUrl: string, resultsUri: string | undefined): Result<URL> {
  const api = new URL(apiUrl);
  const uri = resultsUri === undefined ? null : URL.parse(resultsUri);
  const isOurs =
    uri !== null &&
    uri.origin === api.origin &&
    uri.username === '' &&
    uri.password === '' &&
    /^\/data\/v1\/results\/[^/]+$/.test(uri.pathname);
  return isOurs ? succeeded(uri) : failed(badAnswer(api.host, failureDetail('foreign-address')));
}
