import type { StableIds } from './known-row.ts';

/** A row on one side of pending and booked, with the ledger's key where it has one. */
export interface SettlingRow extends StableIds {
  readonly ref: number;
}

/** Finds the booked row a pending one has become. @see bookedTwins */
export interface BookedTwins {
  readonly of: (pending: StableIds) => SettlingRow | undefined;
}

/**
 * A pending row that has the same stable id as a live booked row is that row: it must not be counted again,
 * whichever of the two arrived first. An id that several booked rows share says nothing. (Rows that settle under
 * new ids simply leave the bank's pending set.)
 */
export function bookedTwins(booked: Iterable<SettlingRow>): BookedTwins {
  const byNormalisedId = new Map<string, SettlingRow | null>();
  const byProviderId = new Map<string, SettlingRow | null>();
  for (const row of booked) {
    note(byNormalisedId, row.normalisedId, row);
    note(byProviderId, row.providerId, row);
  }
  return {
    of: ({ normalisedId, providerId }) =>
      (normalisedId === null ? undefined : byNormalisedId.get(normalisedId)) ??
      (providerId === null ? undefined : byProviderId.get(providerId)) ??
      undefined,
  };
}

/** `null` marks an id that different rows share. */
function note(index: Map<string, SettlingRow | null>, id: string | null, row: SettlingRow): void {
  if (id === null) return;
  const present = index.get(id);
  if (present === undefined) index.set(id, row);
  else if (present?.ref !== row.ref) index.set(id, null);
}
