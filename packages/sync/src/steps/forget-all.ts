import type { EngineState } from '../engine-state.ts';
import { isLocal } from '../local/local-base.ts';
import { dropAll } from './drop-all.ts';

/**
 * Forgets every record and the list of residents. A list that is still being read reaches its caller and is not kept.
 */
export async function forgetAll(engine: EngineState): Promise<void> {
  dropAll(engine);
  // Guard: the copies of a place without a server are the only ones. At a sign-out they stay, sealed (SPEC N2).
  if (engine.configured !== null && isLocal(engine.configured.configuration)) return;
  await engine.inTurn(() => engine.copies.purgeAll());
}
