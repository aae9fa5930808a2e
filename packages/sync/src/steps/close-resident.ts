import type { ResidentId } from '@ehch/clinical';
import type { EngineState } from '../engine-state.ts';

/**
 * Marks a resident as no longer on screen, and ends the open requests. The record stays until others need its room.
 */
export function closeResident({ records }: EngineState, resident: ResidentId): void {
  const record = records.get(resident);
  if (!record) return;
  record.watched = false;
  // L11. What was stopped is asked for again when the resident is opened next.
  if ([...record.kinds.values()].some(({ running }) => running)) record.askedAt = null;
  record.stop.abort();
}
