import { isIP } from 'node:net';
import type { CommandContext } from './command-context.ts';

/**
 * The address told to a bank as the present user's (`X-PSU-IP`): the one the user set, else the one this machine
 * uses towards that API. `undefined` leaves the header out.
 */
export async function psuIpOf(
  { environment, parts, log }: Pick<CommandContext, 'environment' | 'parts' | 'log'>,
  apiUrl: string,
): Promise<string | undefined> {
  const set = environment.psuIp;
  if (set !== undefined && isIP(set) !== 0) return set;
  if (set !== undefined) log.warn('PASSBOOK_PSU_IP is not an IP address and was left aside');
  const { hostname, port, protocol } = new URL(apiUrl);
  const usualPort = protocol === 'http:' ? 80 : 443;
  return (await parts.outwardAddress(hostname, port === '' ? usualPort : Number(port))) ?? undefined;
}
