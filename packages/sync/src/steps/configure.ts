import type { EngineState } from '../engine-state.ts';
import type { EngineConfiguration } from '../engine-configuration.ts';
import { serverClock } from './answer-age.ts';
import { forgetAll } from './forget-all.ts';

/**
 * Applies a configuration. A changed one forgets every record, so that no record appears under another server or role.
 */
export async function configure(engine: EngineState, next: EngineConfiguration): Promise<void> {
  const { configured } = engine;
  if (configured !== null && JSON.stringify(configured.configuration) !== JSON.stringify(next))
    await forgetAll(engine);
  const { fhirBaseUrl: base, deadlineMs } = next;
  const server = { refusesPostSearch: false };
  engine.configured = {
    configuration: next,
    context: { http: engine.connect(next), base, deadlineMs, server, clock: serverClock() },
  };
}
