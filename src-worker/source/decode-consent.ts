import * as z from 'zod';
import type { BankConsent } from '#shared/bank-rows.ts';
import { parseBankTimestamp } from './bank-timestamp.ts';

const text = z.string().nullish();

const meSchema = z.object({
  credentials_id: text,
  consent_created_at: text,
  consent_expires_at: text,
  provider: z.object({ provider_id: text, display_name: text }).nullish(),
  scopes: z.array(z.string()).nullish(),
});

/** The one entry of `/me`; `null` when it is unreadable. */
export function decodeConsent(value: unknown): BankConsent | null {
  const decoded = meSchema.safeParse(value);
  if (!decoded.success) return null;
  const raw = decoded.data;
  const providerId = raw.provider?.provider_id || 'unknown';
  return {
    credentialsId: raw.credentials_id ?? null,
    providerId,
    providerName: raw.provider?.display_name?.trim() || providerId,
    scopes: raw.scopes ?? [],
    consentCreatedAt: parseBankTimestamp(raw.consent_created_at ?? '')?.utc ?? null,
    consentExpiresAt: parseBankTimestamp(raw.consent_expires_at ?? '')?.utc ?? null,
  };
}
