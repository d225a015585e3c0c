import { randomUUID } from 'node:crypto';
import { consentPage, dialogErrorPage, formPostPage } from './dialog-page.ts';
import { readDialogRequest } from './read-dialog-request.ts';
import type { Answer } from '../http/answer.ts';
import type { ConsentDesk, DialogRequest } from './consent-desk.ts';
import type { RegisteredClient } from './read-dialog-request.ts';

/** Where the page's buttons post to; the id of the open dialog follows. */
export const dialogPath = '/dialog/';

/** The authorisation dialog: one page, two buttons. A dialog is answered once. */
export class Dialog {
  readonly #desk: ConsentDesk;
  readonly #client: RegisteredClient;
  readonly #autoApprove: boolean;
  readonly #open = new Map<string, DialogRequest>();

  constructor(desk: ConsentDesk, client: RegisteredClient, autoApprove: boolean) {
    this.#desk = desk;
    this.#client = client;
    this.#autoApprove = autoApprove;
  }

  /** `GET /?response_type=code&...`. `faultError`: the bank answers the client with this `error` at once. */
  show(query: URLSearchParams, faultError: string | null): Answer {
    const read = readDialogRequest(query, this.#client);
    if (read.kind === 'refused') return dialogErrorPage(read.error, read.sentence);
    const { request } = read;
    if (faultError !== null) return goBack(request, new URLSearchParams({ error: faultError }));
    if (this.#autoApprove) return this.#allow(request);
    const id = randomUUID();
    this.#open.set(id, request);
    return consentPage(request, `${dialogPath}${id}`);
  }

  /** `POST /dialog/{id}` with `decision`: `allow`, or anything else for no. */
  decide(id: string, decision: string | null): Answer {
    const request = this.#open.get(id);
    if (request === undefined) {
      return dialogErrorPage('invalid_request', 'This question was answered before. Start again in the app.');
    }
    this.#open.delete(id);
    if (decision === 'allow') return this.#allow(request);
    const denied = { error: 'access_denied', error_description: 'The user cancelled.' };
    return goBack(request, new URLSearchParams(denied));
  }

  #allow(request: DialogRequest): Answer {
    const code = this.#desk.grant(request);
    return goBack(request, new URLSearchParams({ code, scope: request.scopes.join(' ') }));
  }
}

function goBack(request: DialogRequest, fields: URLSearchParams): Answer {
  if (request.state !== null) fields.set('state', request.state);
  if (request.responseMode === 'form_post') return formPostPage(request.redirectUri, fields);
  const joint = request.redirectUri.includes('?') ? '&' : '?';
  return {
    status: 302,
    headers: { location: `${request.redirectUri}${joint}${fields.toString()}`, 'cache-control': 'no-store' },
    body: '',
  };
}
