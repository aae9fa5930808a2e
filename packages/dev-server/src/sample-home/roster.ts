import type { Group } from '@medplum/fhirtypes';
import { daysUntil } from './days.ts';
import { rosterId } from './place-configuration.ts';
import type { Resident } from './resident.ts';

/**
 * The Group of the home's residents. A resident who died stays as an inactive member, so that nobody wonders where
 * they went.
 */
export function roster(residents: readonly Resident[], seed: number, now: string): Group {
  const days = daysUntil(now);
  return {
    resourceType: 'Group',
    id: rosterId(seed),
    type: 'person',
    actual: true,
    active: true,
    name: 'Rowan Court residents',
    quantity: residents.filter(({ story }) => story.died === undefined).length,
    member: residents.map(({ patient, story }) => ({
      entity: patient,
      period: {
        start: days.date(story.stay.since),
        ...(story.died === undefined ? {} : { end: days.date(story.died) }),
      },
      ...(story.died === undefined ? {} : { inactive: true }),
    })),
  };
}
