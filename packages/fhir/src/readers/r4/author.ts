import type { Author } from '@ehch/clinical';
import { conceptWords, firstWords } from '../../coding.ts';
import { spokenName } from '../../names.ts';
import { joined, words } from '../../text.ts';
import type { Cautions } from './cautions.ts';
import type { Reference } from './datatypes.ts';
import { whyNotInUse } from './in-use.ts';
import { isHeld, type Held, type PatientRecord } from './record.ts';

/**
 * The person or organisation that a reference names, as far as the record says. `null`: the record says
 * nothing.
 */
export function authorOf(record: PatientRecord, reference: Reference, from: Held): Author | null {
  const target = record.resolve(reference, from);
  const said = partyOf(record, reference, target);
  const why = whyNotInUse(record, target);
  // Whoever has left is named all the same. The role says it, because nobody is to be asked there today.
  return said === null || why === null ? said : { ...said, role: joined([said.role, why], ', ') };
}

function partyOf(record: PatientRecord, reference: Reference, target: Held | null): Author | null {
  const shown = words(reference.display);
  if (isHeld(target, 'PractitionerRole')) {
    const { practitioner, code } = target.value;
    const named = record.resolve(practitioner, target);
    // A role is no person, and one that names itself would never end.
    const isRole = isHeld(named, 'PractitionerRole');
    const person = practitioner === undefined ? null : partyOf(record, practitioner, isRole ? null : named);
    return author(person?.name ?? shown, firstWords(code, new Set()));
  }
  if (isHeld(target, 'RelatedPerson')) {
    const { name, relationship } = target.value;
    return author(spokenName(name, record.today) ?? shown, firstWords(relationship, new Set()));
  }
  if (isHeld(target, 'Practitioner'))
    return author(spokenName(target.value.name, record.today) ?? shown, null);
  // A resident who is the author is named by role. The name already stands at the top of the screen.
  if (isHeld(target, 'Patient')) return author(null, 'resident');
  if (isHeld(target, 'Organization', 'Location')) return author(words(target.value.name) ?? shown, null);
  if (isHeld(target, 'Device')) {
    const { deviceName, type } = target.value;
    return author(words(deviceName?.[0]?.name) ?? conceptWords(type, new Set()) ?? shown, null);
  }
  return author(shown, null);
}

/** The name of the person, team or place that a reference names. */
export function nameOf(record: PatientRecord, reference: Reference | undefined, from: Held): string | null {
  if (reference === undefined) return null;
  const found = partyOf(record, reference, record.resolve(reference, from));
  return found?.name ?? found?.role ?? null;
}

/** Leaves the other authors to "more in the record", because a fact names only one. */
export function leaveOthers(
  record: PatientRecord,
  held: Held,
  references: readonly Reference[] | undefined,
  cautions: Cautions,
): void {
  const names = (references ?? []).flatMap((reference) => nameOf(record, reference, held) ?? []);
  for (const name of [...new Set(names)].slice(1)) cautions.leave('also by', name);
}

/** The first name that the record gives for any of these references. */
export function firstNameOf(
  record: PatientRecord,
  references: readonly Reference[] | undefined,
  from: Held,
): string | null {
  return (
    references?.map((reference) => nameOf(record, reference, from)).find((name) => name !== null) ?? null
  );
}

function author(name: string | null, role: string | null): Author | null {
  return name === null && role === null ? null : { name, role };
}
