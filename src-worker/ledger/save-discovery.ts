import type { BankAccount, BankConsent } from '#shared/bank-rows.ts';
import type { AnsweredWindow, StoredCounts } from '../engine/account-ledger.ts';
import { accountRefs } from './account-refs.ts';
import { accountsOf } from './accounts-of.ts';
import { adoptEarlierConnection } from './adopt-earlier-connection.ts';
import type { ReadingDatabase, WritingDatabase } from './ledger-database.ts';
import { matchAccounts } from './match-accounts.ts';
import type { Ledger } from './open-ledger.ts';
import type { ReadingLedger } from './open-ledger-read-only.ts';
import { storeWindow } from './store-window.ts';

/** What a `discover` task found. `consent` is `null` when `/me` could not be had. */
export interface Discovery {
  readonly connectionId: string;
  readonly jobId: string;
  readonly consent: BankConsent | null;
  /** The account holder's name, where it was told. */
  readonly holder?: string | null;
  readonly accounts: readonly BankAccount[];
  /** What the consent fetched of one of them to show that it can, stored with the rest or not at all. */
  readonly firstWindow?: AnsweredWindow & { readonly accountId: string };
  readonly nowIso: string;
}

/** Under which id the connection goes on, and how the first window, where there was one, changed the ledger. */
export interface SavedDiscovery {
  readonly connectionId: string;
  readonly stored?: StoredCounts;
}

/**
 * Stores who and what in one transaction.
 *
 * @returns the connection's id: another than the one given when its accounts were known from an earlier consent;
 *   then the earlier row goes on under its own id and the given one is gone.
 * @throws when there is no such connection.
 */
export function saveDiscovery(ledger: Ledger, found: Discovery): SavedDiscovery {
  const { db } = ledger;
  return db
    .transaction((): SavedDiscovery => {
      const given = connectionRef(db, found.connectionId);
      if (given === undefined) throw new Error(`No connection ${found.connectionId}`);
      if (found.consent !== null) saveConsent(db, given, found.consent, found.nowIso);
      const earlier = adoptEarlierConnection(db, given, found.accounts, found.nowIso);
      const ref = earlier?.ref ?? given;
      saveHolder(db, ref, found);
      giveNewIds(db, ref, found, earlier !== undefined);
      saveAccounts(db, ref, found);
      const connectionId = earlier?.id ?? found.connectionId;
      const { firstWindow, jobId, nowIso } = found;
      if (firstWindow === undefined) return { connectionId };
      const refs = accountRefs(db, { connectionId, accountId: firstWindow.accountId, jobId });
      return { connectionId, stored: storeWindow(db, refs, firstWindow, nowIso) };
    })
    .immediate();
}

/** Every account the connection ever showed, oldest first: some banks list them in the first minutes only. */
export function listKnownAccounts({ db }: ReadingLedger, connectionId: string): readonly BankAccount[] {
  const ref = connectionRef(db, connectionId);
  return ref === undefined ? [] : accountsOf(db, ref);
}

const connectionRef = (db: ReadingDatabase, id: string): number | undefined =>
  db.prepare<[string], { ref: number }>('SELECT ref FROM connections WHERE id = ?').get(id)?.ref;

function saveConsent(db: WritingDatabase, ref: number, consent: BankConsent, nowIso: string): void {
  db.prepare(
    `UPDATE connections SET provider_id = ?, provider_name = ?, credentials_id = ?, consent_created_at = ?,
       consent_expires_at = ?, updated_at = ?
     WHERE ref = ?`,
  ).run(
    consent.providerId,
    consent.providerName,
    consent.credentialsId,
    consent.consentCreatedAt,
    consent.consentExpiresAt,
    nowIso,
    ref,
  );
}

function saveHolder(db: WritingDatabase, ref: number, { holder = null, nowIso }: Discovery): void {
  if (holder === null) return;
  db.prepare(
    `INSERT INTO holders (connection_ref, full_name, asked_at) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET full_name = excluded.full_name, asked_at = excluded.asked_at`,
  ).run(ref, holder, nowIso);
}

/** Known accounts that came under another id take it, so that their rows go on; the old id is remembered. */
function giveNewIds(
  db: WritingDatabase,
  ref: number,
  { accounts, nowIso }: Discovery,
  isNewConsent: boolean,
): void {
  const of = 'connection_ref = ? AND account_id = ?';
  const known = accountsOf(db, ref);
  for (const [foundId, knownId] of matchAccounts(known, accounts, { name: isNewConsent })) {
    if (foundId === knownId || known.some(({ accountId }) => accountId === foundId)) continue;
    db.prepare(
      `INSERT OR REPLACE INTO former_account_ids (account_ref, account_id, replaced_at)
       SELECT ref, account_id, ? FROM accounts WHERE ${of}`,
    ).run(nowIso, ref, knownId);
    db.prepare(`UPDATE accounts SET account_id = ? WHERE ${of}`).run(foundId, ref, knownId);
    // What was asked today was asked of the same account.
    db.prepare(
      `INSERT INTO call_budget (connection_ref, account_id, endpoint, day, used)
       SELECT connection_ref, ?, endpoint, day, used FROM call_budget WHERE ${of}
       ON CONFLICT DO UPDATE SET used = used + excluded.used`,
    ).run(foundId, ref, knownId);
    db.prepare(`DELETE FROM call_budget WHERE ${of}`).run(ref, knownId);
  }
}

function saveAccounts(db: WritingDatabase, ref: number, { accounts, nowIso }: Discovery): void {
  const save = db.prepare(
    `INSERT INTO accounts (connection_ref, account_id, kind, display_name, currency, type, numbers_json,
       first_seen_at, last_seen_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (connection_ref, account_id) DO UPDATE SET
       kind = excluded.kind, display_name = excluded.display_name, currency = excluded.currency,
       type = excluded.type, numbers_json = excluded.numbers_json, last_seen_at = excluded.last_seen_at`,
  );
  for (const { accountId, kind, displayName, currency, type, numbersJson } of accounts) {
    save.run(ref, accountId, kind, displayName, currency, type, numbersJson, nowIso, nowIso);
  }
}
