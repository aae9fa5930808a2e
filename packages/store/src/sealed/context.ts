import type { ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { Database } from '../database/open-database.ts';
import type { Kept, KeyRing } from '../keys/key-ring.ts';
import type { SourceTerms } from '../records/record-store.ts';
import type { StoreGuards } from '../guards.ts';
import type { RowMemory } from './row-memory.ts';

/** What all parts of one sealed store share. */
export interface SealedContext {
  readonly db: Database;
  readonly keys: KeyRing;
  /** By the device's clock: for ages alone, never for an order. */
  readonly now: () => Instant;
  /** What this window has opened. Empty while locked. */
  readonly memory: RowMemory;
  /** There is no server, so that no room may be made with the copies (SPEC R10). */
  readonly isOnlyCopy: boolean;
  /** Whether what somebody did last found no room on the disk. */
  readonly room: { isFull: boolean };
  /** How much of people's work lay only here when it was last counted: what an erased database has taken with it. */
  readonly last: { work: number };
  /** Who was dropped from a checkpoint when this window last read it, by the row's key. */
  readonly seenDropped: Map<string, ReadonlySet<ResidentId>>;
  readonly guards: StoreGuards;
  /** One write of cached copies at a time in this window, so that only other windows can get in between. */
  serially<T>(body: () => Promise<T>): Promise<T>;
}

/** A source whose copies are on the disk. */
export interface KeptSource {
  readonly id: string;
  readonly kept: Kept;
}

export const keptSource = ({ id, keep }: SourceTerms): KeptSource => ({
  id,
  kept: keep === 'session' ? 'session' : 'yes',
});

/** The blinded names of one source. The same resident has another name in each source. */
export function namesOf({ keys }: SealedContext, { id, kept }: KeptSource) {
  const blind = (purpose: 'home' | 'resident' | 'resource', ...name: string[]) =>
    keys.tree(kept).blind(purpose, JSON.stringify([id, ...name]));
  return {
    source: () => blind('home'),
    home: (home: string) => blind('home', home),
    resident: (resident: ResidentId) => blind('resident', resident),
    resource: (resident: ResidentId, key: string) => blind('resource', resident, key),
    checkpoint: (home: string, type: string) => blind('home', home, type),
  };
}

/** Runs bodies one after the other. */
export function oneAfterAnother(): SealedContext['serially'] {
  let last: Promise<unknown> = Promise.resolve();
  return (body) => {
    const next = last.then(body, body);
    // The caller has the error. The next body runs all the same.
    last = next.catch(() => undefined);
    return next;
  };
}
