import type { Result } from '#shared/result.ts';
import { sentenceOf } from '#shared/words/failure-words.ts';
import type { TokenStore } from '../../auth/token-store.ts';
import type { Finding } from './finding.ts';

/** Opens the keychain and reads an entry that need not be there: a locked one fails on reading only. */
export async function checkKeychain(open: () => Promise<Result<TokenStore>>): Promise<Finding> {
  const store = await open();
  if (!store.ok) return { check: 'keychain', state: 'fail', message: sentenceOf(store.failure) };
  if (store.value.kind === 'memory') {
    const message =
      'Tokens are kept for one run only (PASSBOOK_TOKEN_STORE=memory): every run has to connect again.';
    return { check: 'keychain', state: 'warn', message };
  }
  const read = await store.value.read({ kind: 'refresh-token', connectionId: 'doctor' });
  return read.ok
    ? { check: 'keychain', state: 'ok', message: "The system's keychain is open." }
    : { check: 'keychain', state: 'fail', message: sentenceOf(read.failure) };
}
