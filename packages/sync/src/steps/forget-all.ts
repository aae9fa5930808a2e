import type { EngineState } from '../engine-state.ts';
import { dropAll } from './drop-all.ts';

/**
 * Forgets every record and the list of residents. A list that is still being read reaches its caller and is not kept.
 */
export async function forgetAll(engine: EngineState): Promise<void> {
  dropAll(engine);
  await engine.inTurn(() => engine.copies.purgeAll());
}
