import type { ConsentPage } from '../connect/connect-desk.ts';
import type { Desktop } from './app-deps.ts';

/**
 * Hands the bank's page to the system's browser. @returns whether the system took it: where there is no browser, or
 * none it can start, the user is given the link instead, and the consent is waited for all the same.
 */
export async function opensConsentPage(
  desktop: Pick<Desktop, 'openConsentPage'>,
  { url, authUrl }: ConsentPage,
): Promise<boolean> {
  try {
    await desktop.openConsentPage(url, authUrl);
    return true;
  } catch {
    return false;
  }
}
