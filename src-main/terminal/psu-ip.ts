import { isIP } from 'node:net';
import { psuIpFor } from '../connect/psu-ip.ts';
import type { CommandContext } from './command-context.ts';

/** The present user's address: from `PASSBOOK_PSU_IP`, else the machine's own. @see psuIpFor */
export function psuIpOf(
  { environment, parts, log }: Pick<CommandContext, 'environment' | 'parts' | 'log'>,
  apiUrl: string,
): Promise<string | undefined> {
  const set = environment.psuIp;
  const isUsable = set !== undefined && isIP(set) !== 0;
  if (set !== undefined && !isUsable) log.warn('PASSBOOK_PSU_IP is not an IP address and was left aside');
  return psuIpFor({ set: isUsable ? set : null, outwardAddress: parts.outwardAddress }, apiUrl);
}
