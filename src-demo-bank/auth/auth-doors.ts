import { answerReauthRequest } from './reauth-endpoint.ts';
import { answerTokenRequest, readFields } from './token-endpoint.ts';
import { bearerToken } from './bearer.ts';
import { dialogPath } from './dialog.ts';
import { emptyAnswer, errorAnswer, jsonAnswer } from '../http/answer.ts';
import { noDoor } from '../http/listener.ts';
import { plainTarget } from '../http/door.ts';
import { providersJson } from './providers-json.ts';
import type { Answer } from '../http/answer.ts';
import type { ConsentDesk } from './consent-desk.ts';
import type { Dialog } from './dialog.ts';
import type { Door, Incoming } from '../http/door.ts';
import type { RegisteredClient } from './read-dialog-request.ts';
import type { TokenGrants } from './token-endpoint.ts';

/** What the auth host answers from. */
export interface AuthDesk {
  readonly consents: ConsentDesk;
  readonly dialog: Dialog;
  readonly client: RegisteredClient;
  readonly grants: TokenGrants;
  readonly nowMs: () => number;
}

/** The doors of the auth host (truelayer.md, 1.2, 1.6, 1.10). */
export function findAuthDoor(desk: AuthDesk, incoming: Incoming): Door {
  const { method, path, query } = incoming;
  if (method === 'GET' && path === '/') {
    return {
      target: plainTarget('authorize'),
      takesFaultErrors: true,
      answer: (effects) =>
        effects.insteadOf !== null && effects.errorCode === null
          ? effects.insteadOf
          : desk.dialog.show(query, effects.errorCode),
    };
  }
  if (method === 'POST' && path.startsWith(dialogPath)) {
    const decision = new URLSearchParams(incoming.body).get('decision');
    const id = path.slice(dialogPath.length);
    return { target: plainTarget('decision'), answer: () => desk.dialog.decide(id, decision) };
  }
  if (method === 'POST' && path === '/connect/token') {
    const fields = readFields(incoming.headers.get('content-type') ?? '', incoming.body);
    return {
      target: plainTarget('token', fields?.get('grant_type') ?? null),
      answer: () => answerTokenRequest(fields, desk.consents, desk.client, desk.grants),
    };
  }
  if (method === 'POST' && path === '/v1/reauthuri') {
    const { consents, client, nowMs } = desk;
    const fields = readFields(incoming.headers.get('content-type') ?? '', incoming.body);
    const host = incoming.headers.get('host') ?? '';
    return {
      target: plainTarget('reauthuri'),
      answer: () => answerReauthRequest(fields, { consents, client, host, nowMs: nowMs() }),
    };
  }
  if (method === 'DELETE' && path === '/api/delete') {
    return {
      target: plainTarget('delete'),
      answer: () => revoke(desk.consents, incoming.headers.get('authorization')),
    };
  }
  if (method === 'GET' && path === '/api/providers') {
    return { target: plainTarget('providers'), answer: () => jsonAnswer(200, providersJson(query)) };
  }
  return noDoor;
}

/** Ends a consent. 200 without a body; 401 for a token nobody knows or that was revoked before. */
function revoke(consents: ConsentDesk, authorization: string | undefined): Answer {
  const token = bearerToken(authorization);
  const consent = token === null ? undefined : consents.byAccessToken(token);
  if (consent === undefined || consent.revoked) return errorAnswer('unauthorized');
  consent.revoked = true;
  return emptyAnswer(200);
}
