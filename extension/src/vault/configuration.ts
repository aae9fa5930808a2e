import type { PlaceConfiguration } from '@ehch/clinical';
import type { CivilDate } from '@ehch/clinical/time';
import { placeInForce } from '@ehch/sdk/place';
import { configurationShape } from './configuration-shape.ts';
import type { Accounts } from './sign-in/accounts.ts';

/** The server and the place that this browser works with. It holds no data of a resident. */
export interface Configuration {
  readonly fhirBaseUrl: string;
  readonly sourceLabel: string;
  readonly place: PlaceConfiguration;
  /** `false`: the toolbar button marks nobody, and no list of residents is read while no panel is open. */
  readonly badge?: boolean | undefined;
  /** Where people sign in. Left out, nobody does. */
  readonly accounts?: Accounts | undefined;
  /** When a session is locked, where that differs from what is usual. */
  readonly lock?:
    | { readonly [name in 'softLockMinutes' | 'hardLockMinutes' | 'maxOfflineHours']?: number | undefined }
    | undefined;
  /** The ISO instant at which the demo's clock starts. Demo builds only. */
  readonly now?: string | undefined;
}

/** `npm start` publishes its configuration here. Demo builds only. */
const DEMO_CONFIGURATION = 'http://ehch.localhost:8100/demo.json';

/** What the extension's storage holds: the configuration, and the last one that was good. */
export interface KeptConfiguration {
  readonly configuration?: unknown;
  readonly lastGood?: unknown;
}

/** A configuration as it was read. */
export interface ConfigurationRead {
  readonly configuration: Configuration | null;
  /** What to keep as the last good one; `null`: keep what was kept. */
  readonly keep: unknown;
}

/**
 * Reads the configuration that somebody put into the extension's storage. One that does not fit counts as none,
 * because half a place is worse than none. The last good one then stays in force, and its place says so on every
 * screen.
 */
export async function readConfiguration(
  stored: () => Promise<KeptConfiguration>,
  today: CivilDate,
): Promise<ConfigurationRead> {
  const { configuration, lastGood } = await stored();
  const kept = checked(configuration, today);
  if (kept !== null) return { configuration: kept, keep: configuration };
  const before = configuration === undefined ? null : checked(lastGood, today);
  if (before !== null)
    return {
      configuration: {
        ...before,
        place: { ...before.place, refusedNewer: { lines: whyRefused(configuration, today) } },
      },
      keep: null,
    };
  if (!__DEMO__) return NOTHING;
  try {
    return { configuration: checked(await (await fetch(DEMO_CONFIGURATION)).json(), today), keep: null };
  } catch {
    // The demo is not running. The side panel says that nothing is configured.
    return NOTHING;
  }
}

const NOTHING: ConfigurationRead = { configuration: null, keep: null };

function checked(value: unknown, today: CivilDate): Configuration | null {
  const result = configurationShape.safeParse(value);
  if (!result.success) return null;
  return placeInForce(textOf(result.data.place), null, { today }).place === null ? null : result.data;
}

/** Storage holds no file, so the lines are those of the place as a file would have it. */
function whyRefused(value: unknown, today: CivilDate): readonly string[] {
  const place = typeof value === 'object' && value !== null && 'place' in value ? value.place : null;
  const { faults } = placeInForce(textOf(place), null, { today });
  const refused = faults.filter(({ weight }) => weight === 'refused').map(({ words }) => words);
  return refused.length > 0 ? refused : ['The server’s address or its name does not fit.'];
}

function textOf(place: unknown): string {
  return JSON.stringify(place, null, 2) ?? 'null';
}
