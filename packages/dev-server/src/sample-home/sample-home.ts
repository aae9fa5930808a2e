import { EhchError, type PlaceConfiguration } from '@ehch/clinical';
import { readInstant, type Instant } from '@ehch/clinical/time';
import type { Resource } from '@medplum/fhirtypes';
import { BUILDERS } from './build/index.ts';
import { DEMO_NOW } from './days.ts';
import { locations, organizations } from './places.ts';
import { placeConfiguration } from './place-configuration.ts';
import { makeResident } from './resident.ts';
import { STORIES } from './residents/index.ts';
import { roster } from './roster.ts';
import { staffResources } from './staff.ts';

export interface SampleHome {
  readonly resources: readonly Resource[];
  readonly placeConfiguration: PlaceConfiguration;
  /** The Patient id of each story, such as `doris-ashworth`, for tests and demos of a certain resident. */
  readonly patientIds: Readonly<Record<string, string>>;
}

/**
 * Makes Rowan Court, an invented nursing home with thirty residents and ninety days of history. The same `now` and
 * `seed` always give the same home. It contains the awkward cases of real records on purpose.
 *
 * @throws {EhchError} `bad-argument` if `now` is not an instant
 */
export function sampleHome({ now = DEMO_NOW, seed = 1 }: { now?: Instant; seed?: number } = {}): SampleHome {
  if (readInstant(now) === null) {
    throw new EhchError('bad-argument', 'now takes an instant such as 2026-11-21T09:30:00Z.');
  }
  const residents = STORIES.map((story) => makeResident(story, seed, now));
  const rooms = [...new Set(STORIES.map((story) => story.stay.room))];
  return {
    resources: [
      ...organizations(seed),
      ...locations(seed, rooms),
      ...staffResources(seed, now),
      ...residents.flatMap((resident) => BUILDERS.flatMap((build) => build(resident))),
      roster(residents, seed, now),
    ],
    placeConfiguration: placeConfiguration(seed),
    patientIds: Object.fromEntries(residents.map(({ story, id }) => [story.key, id('patient')])),
  };
}
