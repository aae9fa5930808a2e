import type { EngineState } from '../engine-state.ts';
import type { EngineConfiguration } from '../protocol.ts';
import { serverClock } from './answer-age.ts';
import { forgetAll } from './forget-all.ts';

/** Takes a configuration. Another server or another role: nothing of the former may be shown under it. */
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
