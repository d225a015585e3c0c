import { vendorHosts, type Environment, type Hosts } from '#shared/connection.ts';

/** What `connect` was told about where the bank is. */
export interface HostOptions {
  readonly env: Environment;
  readonly clientId: string;
  readonly authUrl?: string;
  readonly apiUrl?: string;
}

/** The two hosts, or a sentence about what is wrong with the options. */
export type HostsOrProblem = { readonly hosts: Hosts } | { readonly problem: string };

/** TrueLayer marks the client ids of its sandbox so. */
const sandboxPrefix = 'sandbox-';

/** Decides where to connect to. */
export function hostsOf({ env, clientId, authUrl, apiUrl }: HostOptions): HostsOrProblem {
  if (env !== 'custom') {
    if (authUrl !== undefined || apiUrl !== undefined) {
      return { problem: '--auth-url and --api-url go with --env custom only.' };
    }
    if (env === 'live' && clientId.startsWith(sandboxPrefix)) {
      return {
        problem: 'This client id belongs to the sandbox: use --env sandbox, or the id of a live client.',
      };
    }
    return { hosts: vendorHosts[env] };
  }
  if (authUrl === undefined || apiUrl === undefined) {
    return { problem: '--env custom needs both --auth-url and --api-url.' };
  }
  const auth = originOf('--auth-url', authUrl);
  if ('problem' in auth) return auth;
  const api = originOf('--api-url', apiUrl);
  if ('problem' in api) return api;
  return { hosts: { authUrl: auth.origin, apiUrl: api.origin } };
}

function originOf(flag: string, text: string): { readonly origin: string } | { readonly problem: string } {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    return { problem: `${flag} must be a web address such as https://auth.example.org.` };
  }
  if (
    url.username !== '' ||
    url.password !== '' ||
    url.pathname !== '/' ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    return {
      problem: `${flag} must be a host alone, with nothing behind it, such as ${url.protocol}//${url.host}.`,
    };
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return {
      problem: `${flag} must begin with https:// unless the host is this machine: tokens travel there.`,
    };
  }
  return { origin: url.origin };
}

/** `.localhost` always is this machine (RFC 6761). */
const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127\.\d+\.\d+\.\d+$/.test(hostname);
