/** What tells the present user's address. */
export interface PsuIpDeps {
  /** What the user set; `null`: nothing. */
  readonly set: string | null;
  /** The address this machine uses towards a host; `null`: no route there. */
  readonly outwardAddress: (host: string, port: number) => Promise<string | null>;
}

/**
 * The address told to a bank as the present user's (`X-PSU-IP`): the one the user set, else the one this machine
 * uses towards that API. `undefined` leaves the header out.
 */
export async function psuIpFor(
  { set, outwardAddress }: PsuIpDeps,
  apiUrl: string,
): Promise<string | undefined> {
  if (set !== null) return set;
  const { hostname, port, protocol } = new URL(apiUrl);
  const usualPort = protocol === 'http:' ? 80 : 443;
  return (await outwardAddress(hostname, port === '' ? usualPort : Number(port))) ?? undefined;
}
