import type { CommandContext } from '../command-context.ts';
import { refuse } from '../show-failure.ts';
import { usageSentence } from '../usage-sentence.ts';
import { connect, type ConnectOptions } from './connect.ts';
import { renew } from './renew.ts';

/** `passbook connect` as typed: a new bank has to be described, a known one is named with `--renew`. */
export type ConnectWish = Partial<Pick<ConnectOptions, 'env' | 'clientId' | 'redirectUri'>> &
  Omit<ConnectOptions, 'env' | 'clientId' | 'redirectUri'> & { readonly renew?: string };

const usualRedirectUri = 'http://localhost:3000/callback';

/** Which of the two is meant, and what is missing for it. */
export async function connectOrRenew(context: CommandContext, wish: ConnectWish): Promise<number> {
  const { renew: connectionId, env, clientId, redirectUri, ...rest } = wish;
  if (connectionId !== undefined) {
    if (env !== undefined || clientId !== undefined) {
      const sentence = 'With --renew the bank is known already: leave out --env and --client-id.';
      return refuse(context.screen, sentence);
    }
    return renew(context, connectionId, { ...rest, ...(redirectUri === undefined ? {} : { redirectUri }) });
  }
  if (env === undefined) return refuse(context.screen, missing('--env <where>'));
  if (clientId === undefined) return refuse(context.screen, missing('--client-id <id>'));
  return connect(context, { ...rest, env, clientId, redirectUri: redirectUri ?? usualRedirectUri });
}

const missing = (option: string): string =>
  usageSentence({ message: `error: required option '${option}' not specified` }, 'connect');
