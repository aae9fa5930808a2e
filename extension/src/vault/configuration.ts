import type { PlaceConfiguration } from '@ehch/clinical';
import { configurationShape } from './configuration-shape.ts';

/** The server and the place that this browser works with. It holds no data of a resident. */
export interface Configuration {
  readonly fhirBaseUrl: string;
  readonly sourceLabel: string;
  readonly place: PlaceConfiguration;
  /** The ISO instant at which the demo's clock starts. Demo builds only. */
  readonly now?: string | undefined;
}

/** `npm start` publishes its configuration here. Demo builds only. */
const DEMO_CONFIGURATION = 'http://ehch.localhost:8100/demo.json';

/**
 * Reads the configuration that somebody put into the extension's storage, or returns `null`.
 *
 * A configuration that does not fit the schema counts as none: half a place is worse than none.
 */
export async function readConfiguration(stored: () => Promise<unknown>): Promise<Configuration | null> {
  const kept = checked(await stored());
  if (kept || !__DEMO__) return kept;
  try {
    return checked(await (await fetch(DEMO_CONFIGURATION)).json());
  } catch {
    // The demo is not running. The side panel says that nothing is configured.
    return null;
  }
}

function checked(value: unknown): Configuration | null {
  const result = configurationShape.safeParse(value);
  return result.success ? result.data : null;
}
