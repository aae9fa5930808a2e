import type { PlaceConfiguration } from '@ehch/clinical';
import { configurationShape } from './configuration-shape.ts';

/** Which server and which place this browser works with. Nothing of a resident is in it. */
export interface Configuration {
  readonly fhirBaseUrl: string;
  readonly sourceLabel: string;
  readonly place: PlaceConfiguration;
  /** Where the demo's clock starts. Demo builds only. */
  readonly now?: string | undefined;
}

/** Where `npm start` says what it serves. Demo builds only. */
const DEMO_CONFIGURATION = 'http://ehch.localhost:8100/demo.json';

/**
 * The configuration that an administrator or a person put into the extension's storage, or `null`.
 * What does not fit its schema is no configuration: half a place is worse than none.
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
