import type { FailureDetailCode } from '../failure-detail.ts';

/** Each stands in a failure's sentence, after a colon or in brackets. `value`: a status, or the names of two tables. */
const words: Readonly<Record<FailureDetailCode, string | ((value: string) => string)>> = {
  'web-page': 'a web page instead of JSON',
  'broken-json': 'broken JSON',
  'no-results': 'no list of results',
  'not-ready': (status) => `results not ready (status ${status})`,
  'account-without-id': 'an account without an id, of which nothing can be asked',
  'foreign-address': 'an address for the results that is not its own',
  redirected: 'it redirects the request to another address',
  'no-code': 'it came back with neither a code nor an error',
  'no-tokens': 'it answers the token request with something that is no set of tokens',
  'token-status': (status) => `it answers the token request with status ${status}`,
  'end-status': (status) => `it answers the request to end the consent with status ${status}`,
  'no-keytar': 'the optional package keytar is not installed',
  'no-libsecret': 'the library libsecret is missing',
  'unfit-keytar': 'keytar does not fit this system; install it again',
  'no-session-bus': 'there is no session bus, as on a server without a desktop',
  'no-keyring': 'no keyring is running',
  'keychain-locked': 'it is locked',
  'keychain-silent': 'it did not answer; it may be locked and waiting for its password',
  'keychain-refused': 'it refused to work, and gave no known reason',
  'unknown-store':
    'PASSBOOK_TOKEN_STORE has a value Passbook does not know; it may be "memory" or "keychain"',
  'ledger-itself': 'it is the ledger itself',
  'file-damaged': 'the file is damaged',
  'orphan-row': (tables) => {
    const [table = '', parent = ''] = tables.split(' ');
    return `a row of ${table} refers to a row of ${parent} that is not there`;
  },
  'no-error-given': 'no error given',
};

/** What exactly was wrong, as part of a sentence; another program's message stays as it is. */
export function failureDetailWords(detail: string): string {
  const [code = '', ...value] = detail.split(' ');
  if (!isCode(code)) return detail;
  const said = words[code];
  return typeof said === 'string' ? said : said(value.join(' '));
}

const isCode = (code: string): code is FailureDetailCode => Object.hasOwn(words, code);
