import { saysSomething } from './faults/blank.ts';
import { contactsHaveNumbers } from './faults/contacts.ts';
import { namesWhatThereIs, withdrawsWhatThereIs } from './faults/content.ts';
import type { PlaceFault, PlaceKnowledge, PlaceRule } from './faults/fault.ts';
import { holidaysGoOn } from './faults/holidays.ts';
import { hoursMakeSense } from './faults/hours.ts';
import { inboxesNamed } from './faults/inboxes.ts';
import { rungsNameContacts, signedOnADay } from './faults/ladder-names.ts';
import { noIdTwice } from './faults/names.ts';
import { homesOfPractices, residentsInOneHome } from './faults/residents.ts';
import { rolesMeanOneThing } from './faults/staff-roles.ts';
import type { PlaceConfiguration } from './place.ts';

export type { PlaceFault, PlaceKnowledge, PlacePath } from './faults/fault.ts';

const RULES: readonly PlaceRule[] = [
  saysSomething,
  noIdTwice,
  residentsInOneHome,
  homesOfPractices,
  inboxesNamed,
  contactsHaveNumbers,
  hoursMakeSense,
  holidaysGoOn,
  rungsNameContacts,
  signedOnADay,
  withdrawsWhatThereIs,
  namesWhatThereIs,
  rolesMeanOneThing,
];

/**
 * What is wrong with the meaning of a place's file whose form is right. A file with a `refused` fault must not come into force.
 */
export function faultsOfPlace(place: PlaceConfiguration, known: PlaceKnowledge): readonly PlaceFault[] {
  return RULES.flatMap((rule) => rule(place, known));
}
