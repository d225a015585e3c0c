import { randomUUID } from 'node:crypto';
import { accessLifeMs, codeLifeMs, consentLifeMs, isOver, refreshIdleMs } from './consent.ts';
import { newAccessToken, newCode, newCredentialsId, newRefreshToken } from './token-values.ts';
import { pkceMatches } from './pkce.ts';
import type { Consent, Scope } from './consent.ts';

/** What the dialog was opened with, checked. */
export interface DialogRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly Scope[];
  readonly state: string | null;
  /** PKCE S256. */
  readonly codeChallenge: string | null;
  readonly responseMode: 'query' | 'form_post';
  /** From `/v1/reauthuri`: which renewal this is. */
  readonly reauth: string | null;
}

/** What a token request must bring for a code. */
export interface CodeExchange {
  readonly code: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly codeVerifier: string | null;
}

interface IssuedCode {
  readonly consent: Consent;
  readonly request: DialogRequest;
  readonly issuedAtMs: number;
}

/** Keeps codes, consents and tokens, and the rules about them (truelayer.md, 1.3 to 1.9). */
export class ConsentDesk {
  readonly #nowMs: () => number;
  readonly #seed: number;
  readonly #codes = new Map<string, IssuedCode>();
  readonly #consents: Consent[] = [];
  readonly #reauths = new Map<string, string>();
  readonly #secrets = new Set<string>();

  constructor(seed: number, nowMs: () => number) {
    this.#seed = seed;
    this.#nowMs = nowMs;
  }

  get consents(): readonly Consent[] {
    return this.#consents;
  }

  /** Every code, token and PKCE verifier that ever was, so that a test can look for them where they must not be. */
  get secrets(): ReadonlySet<string> {
    return this.#secrets;
  }

  /** The account holder pressed Allow: a new consent, and the code that leads to it. */
  grant(request: DialogRequest): string {
    const nowMs = this.#nowMs();
    const consent: Consent = {
      credentialsId:
        this.#reauths.get(request.reauth ?? '') ?? newCredentialsId(this.#seed, this.#consents.length),
      clientId: request.clientId,
      scopes: request.scopes,
      grantedAtMs: nowMs,
      expiresAtMs: nowMs + consentLifeMs,
      revoked: false,
      accessToken: null,
      refreshToken: null,
    };
    this.#consents.push(consent);
    const code = newCode();
    this.#secrets.add(code);
    this.#codes.set(code, { consent, request, issuedAtMs: nowMs });
    return code;
  }

  /** Begins a renewal. @returns what its link carries */
  openReauth(consent: Consent): string {
    const id = randomUUID();
    this.#reauths.set(id, consent.credentialsId);
    return id;
  }

  /** `null`: `invalid_grant`, for any of unknown, used, late, another redirect URI, client or verifier. */
  exchangeCode(exchange: CodeExchange): Consent | null {
    if (exchange.codeVerifier !== null) this.#secrets.add(exchange.codeVerifier);
    const issued = this.#codes.get(exchange.code);
    if (issued === undefined) return null;
    // One attempt, right or wrong, spends the code.
    this.#codes.delete(exchange.code);
    const { consent, request, issuedAtMs } = issued;
    const isGood =
      this.#nowMs() - issuedAtMs <= codeLifeMs &&
      request.clientId === exchange.clientId &&
      request.redirectUri === exchange.redirectUri &&
      pkceMatches(request.codeChallenge, exchange.codeVerifier);
    if (!isGood) return null;
    // A renewal takes the place of what it renews.
    for (const each of this.#consents) {
      if (each !== consent && each.credentialsId === consent.credentialsId) each.revoked = true;
    }
    return this.#issueTokens(consent);
  }

  /** Rotates both tokens. `null`: `invalid_grant`, for a spent, unknown or idle token or a consent that is over. */
  refresh(refreshToken: string, clientId: string): Consent | null {
    const nowMs = this.#nowMs();
    const consent = this.#consents.find((each) => each.refreshToken?.value === refreshToken);
    if (consent?.refreshToken === null || consent === undefined) return null;
    if (consent.clientId !== clientId || isOver(consent, nowMs)) return null;
    if (nowMs - consent.refreshToken.usedAtMs > refreshIdleMs) return null;
    return this.#issueTokens(consent);
  }

  /** The consent whose latest access token this is, expired or not. */
  byAccessToken(value: string): Consent | undefined {
    return this.#consents.find((each) => each.accessToken?.value === value);
  }

  byRefreshToken(value: string): Consent | undefined {
    return this.#consents.find((each) => each.refreshToken?.value === value);
  }

  /** Every access token out there is now past its time; refresh tokens stay good. */
  expireAccessTokens(): void {
    const expiresAtMs = this.#nowMs() - 1000;
    for (const consent of this.#consents) {
      if (consent.accessToken !== null) consent.accessToken = { ...consent.accessToken, expiresAtMs };
    }
  }

  revokeAll(): void {
    for (const consent of this.#consents) consent.revoked = true;
  }

  #issueTokens(consent: Consent): Consent {
    const nowMs = this.#nowMs();
    const expiresAtMs = nowMs + accessLifeMs;
    consent.accessToken = { value: newAccessToken(consent, nowMs, expiresAtMs), expiresAtMs };
    consent.refreshToken = consent.scopes.includes('offline_access')
      ? { value: newRefreshToken(), usedAtMs: nowMs }
      : null;
    this.#secrets.add(consent.accessToken.value);
    if (consent.refreshToken !== null) this.#secrets.add(consent.refreshToken.value);
    return consent;
  }
}
