import type { PlaceConfiguration, ResidentId } from '@ehch/clinical';
import type { Instant } from '@ehch/clinical/time';
import type { RecordStore } from '@ehch/store';
import { FEEDS } from './queries.ts';

/**
 * When the pull of the resident's home last found each kind current. Such a pull writes no resident's record where
 * nothing has changed, so its checkpoint says how old the record is.
 */
export async function checkedAt(
  copies: RecordStore,
  place: PlaceConfiguration | null,
  resident: ResidentId,
): Promise<ReadonlyMap<string, Instant>> {
  const found = new Map<string, Instant>();
  for (const { id } of place?.homes ?? []) {
    const checkpoints = await copies.checkpoints(id);
    // A kind with two searches is as old as the older of them.
    const oldest = new Map<string, Instant | null>();
    for (const { name, kind } of FEEDS) {
      const { asOf = null, members = [] } = checkpoints.get(name) ?? {};
      const own = members.includes(resident) ? asOf : null;
      const other = oldest.get(kind);
      oldest.set(kind, other === undefined || own === null || (other !== null && own < other) ? own : other);
    }
    for (const [kind, asOf] of oldest) {
      const known = found.get(kind);
      if (asOf !== null && (known === undefined || asOf > known)) found.set(kind, asOf);
    }
  }
  return found;
}
