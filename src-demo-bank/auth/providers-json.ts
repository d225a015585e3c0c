import { knownScopes } from './consent.ts';
import { provider } from '../data/account-json.ts';

/** `GET /api/providers`: one bank. `country` and `scopes` narrow; nobody needs to sign in for this. */
export function providersJson(query: URLSearchParams): readonly unknown[] {
  const countries = (query.get('country') ?? 'uk').toLowerCase().split(/[ ,+]/u);
  const scopes = (query.get('scopes') ?? '').split(/[ ,+]/u).filter((scope) => scope !== '');
  const has = (scope: string): boolean => knownScopes.some((known) => known === scope);
  if (!countries.includes('uk') || !scopes.every(has)) return [];
  return [
    {
      provider_id: provider.provider_id,
      display_name: provider.display_name,
      country: 'uk',
      logo_url: provider.logo_uri,
      scopes: knownScopes,
      availability: { recommended_status: 'healthy', updated_at: '2026-01-05T09:00:00.000Z' },
    },
  ];
}
