import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import * as z from 'zod';

/** An access token on its way to another process. Durations, not instants: `--now` may differ between the two. */
const lentTokenSchema = z
  .object({ accessToken: z.string().min(1), expiresInMs: z.number(), freshForMs: z.number().positive() })
  .readonly();
export type LentToken = z.infer<typeof lentTokenSchema>;

/** What a seal is bound to. `nonce`: made up by the borrower for one question, hexadecimal. */
export interface LoanTerms {
  readonly connectionId: string;
  readonly nonce: string;
  /** The connection's current refresh token: read from the keychain by both sides, sent by neither. */
  readonly refreshToken: string;
}

const ivBytes = 12;
const tagBytes = 16;

/**
 * Encrypts and authenticates a token under a key that only a process with access to the same keychain entry can
 * derive (HKDF-SHA256, AES-256-GCM). After a rotation elsewhere the keys differ, and rightly: the token that a
 * lender still holds then is dead.
 */
export function sealToken(token: LentToken, terms: LoanTerms, iv: Uint8Array): string {
  const cipher = createCipheriv('aes-256-gcm', keyOf(terms), iv);
  cipher.setAAD(Buffer.from(terms.connectionId));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(token)), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
}

/** Random bytes a seal needs; never used twice. */
export const sealIvBytes = ivBytes;

/** @returns `null` when it was sealed under other terms, or is no seal. */
export function unsealToken(sealed: string, terms: LoanTerms): LentToken | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length <= ivBytes + tagBytes) return null;
  const options = { authTagLength: tagBytes };
  const decipher = createDecipheriv('aes-256-gcm', keyOf(terms), bytes.subarray(0, ivBytes), options);
  decipher.setAAD(Buffer.from(terms.connectionId));
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    const text =
      decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
    return lentTokenSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const keyOf = ({ refreshToken, nonce }: LoanTerms): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', refreshToken, nonce, 'passbook lent access token v1', 32));
