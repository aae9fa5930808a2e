import type { ResidentId } from '@ehch/clinical';
import type { EngineState } from '../engine-state.ts';

/** Marks a resident as no longer on screen. The record stays until others need its room. */
export function closeResident({ records }: EngineState, resident: ResidentId): void {
  const record = records.get(resident);
  if (record) record.watched = false;
}
