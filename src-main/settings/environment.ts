/** The environment variables Passbook reads, each named once. */
export interface EnvironmentSettings {
  /** `PASSBOOK_CLIENT_SECRET`: so that a script need not be asked. */
  readonly clientSecret: string | undefined;
  /** `PASSBOOK_TOKEN_STORE`: `memory` keeps tokens for this one process only, `keychain` is the default. */
  readonly tokenStore: string | undefined;
  /** `PASSBOOK_PSU_IP`: the address told to the bank while the user is present, instead of the machine's own. */
  readonly psuIp: string | undefined;
  /** `PASSBOOK_DEBUG=1`: show the stack of an unexpected error. */
  readonly debug: boolean;
}

/** Reads the settings; an empty variable counts as unset, as shells make them. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): EnvironmentSettings {
  const valueOf = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
  return {
    clientSecret: valueOf('PASSBOOK_CLIENT_SECRET'),
    tokenStore: valueOf('PASSBOOK_TOKEN_STORE'),
    psuIp: valueOf('PASSBOOK_PSU_IP'),
    debug: valueOf('PASSBOOK_DEBUG') === '1',
  };
}
