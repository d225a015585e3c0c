import { epochDayOf } from '../life/epoch-day.ts';
import type { EpochDay } from '../life/epoch-day.ts';

/** PSD2: without the user present a bank answers four times a day, here by account and endpoint (truelayer.md, 4.3). */
const callsPerDay = 4;

/** Counts calls without `X-PSU-IP`. The day is the UTC day. */
export class UnattendedBudget {
  #day: EpochDay | null = null;
  readonly #used = new Map<string, number>();

  /** Takes one call; `false` when the day's four are gone. */
  take(credentialsId: string, endpoint: string, accountId: string | null, nowMs: number): boolean {
    const today = epochDayOf(nowMs);
    if (today !== this.#day) {
      this.#day = today;
      this.#used.clear();
    }
    const key = `${credentialsId} ${endpoint} ${accountId ?? ''}`;
    const used = this.#used.get(key) ?? 0;
    if (used >= callsPerDay) return false;
    this.#used.set(key, used + 1);
    return true;
  }
}
