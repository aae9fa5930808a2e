import type { ResidentId } from '@ehch/clinical';
import type { EngineState } from '../engine-state.ts';

/** Nobody looks at this resident any more. Her record stays until others need the room. */
export function closeResident({ records }: EngineState, resident: ResidentId): void {
  const record = records.get(resident);
  if (record) record.watched = false;
}
