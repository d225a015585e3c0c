/**
 * The part of keytar that is used. Declared here because the package is optional: the types must not depend on
 * its having been installed. Every call is asynchronous (a thread of libuv's pool) and may fail at any time.
 */
declare module 'keytar' {
  const keytar: {
    getPassword(service: string, account: string): Promise<string | null>;
    setPassword(service: string, account: string, password: string): Promise<void>;
    deletePassword(service: string, account: string): Promise<boolean>;
  };
  export default keytar;
}
