import { formatDate } from '@ehch/clinical/display';
import type { PartialDate } from '@ehch/clinical/time';
import { conceptWords, type ConceptLike } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { joined, words } from '../../../text.ts';
import { nameOf } from '../author.ts';
import type { Cautions } from '../cautions.ts';
import type { ContactPoint, Reference } from '../datatypes.ts';
import { whyNotInUse } from '../in-use.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { leaveOfNames } from './name-left.ts';
import { leaveOtherTelecom, phonesOf } from './telecom.ts';

/** What the record of a member of staff, an organisation or a place says of whom to ring. */
export interface Staff {
  /** Their own words for the role. */
  readonly role: string | null;
  /** The organisation of a role. */
  readonly organisation: string | null;
  /** Numbers to ring today. */
  readonly phones: readonly string[];
  /** Why nobody is to be rung there today. */
  readonly notInUse: string | null;
  /** When the role is to end. */
  readonly until: PartialDate | null;
}

/**
 * Reads the record that a reference names, and the records that it names in turn. Numbers of somebody not in
 * use stand in "more in the record", where nobody rings them by mistake.
 */
export function staffOf(
  record: PatientRecord,
  reference: Reference | undefined,
  from: Held,
  cautions: Cautions,
): Staff {
  const target = record.resolve(reference, from);
  const notInUse = whyNotInUse(record, target);
  for (const held of [target, ...namedBy(record, target)]) if (held !== null) leaveOf(record, held, cautions);
  const telecom = telecomOf(target);
  const phones = phonesOf(telecom, record);
  leaveOtherTelecom(telecom, record, cautions);
  const organisation = isHeld(target, 'PractitionerRole')
    ? nameOf(record, target.value.organization, target)
    : null;
  const told = { role: roleOf(target, cautions), organisation, notInUse };
  if (notInUse === null) return { ...told, phones, until: endOf(target, cautions) };
  for (const phone of phones) cautions.leave('telephone, not in use', phone);
  return { ...told, phones: [], until: null };
}

function namedBy(record: PatientRecord, target: Held | null): readonly (Held | null)[] {
  if (!isHeld(target, 'PractitionerRole')) return [];
  return [target.value.practitioner, target.value.organization].map((one) => record.resolve(one, target));
}

function endOf(target: Held | null, cautions: Cautions): PartialDate | null {
  return isHeld(target, 'PractitionerRole', 'RelatedPerson')
    ? readDate(target.value.period?.end, cautions)
    : null;
}

function telecomOf(target: Held | null): readonly ContactPoint[] | undefined {
  const hasTelecom = isHeld(
    target,
    'Practitioner',
    'PractitionerRole',
    'Organization',
    'RelatedPerson',
    'Location',
  );
  return hasTelecom ? target.value.telecom : undefined;
}

/** The role, the kind of organisation or of device, in words. */
function roleOf(target: Held | null, cautions: Cautions): string | null {
  if (isHeld(target, 'PractitionerRole')) {
    const { code, specialty } = target.value;
    return joined([everyWord(code, cautions), everyWord(specialty, cautions)], ', ');
  }
  if (isHeld(target, 'RelatedPerson')) return everyWord(target.value.relationship, cautions);
  if (isHeld(target, 'Organization')) return everyWord(target.value.type, cautions);
  return null;
}

function everyWord(concepts: readonly ConceptLike[] | undefined, cautions: Cautions): string | null {
  const said = (concepts ?? []).flatMap((concept) => conceptWords(concept, cautions) ?? []);
  return joined([...new Set(said)], ', ');
}

/** Leaves to "more in the record" what the words of a member leave out. */
function leaveOf(record: PatientRecord, held: Held, cautions: Cautions): void {
  cautions.leaveFrom(held);
  if (isHeld(held, 'Practitioner')) leaveOfNames(held.value.name, record.today, cautions);
  if (isHeld(held, 'PractitionerRole')) leaveHours(held.value, cautions);
  const whole = isHeld(held, 'Location') ? nameOf(record, held.value.partOf, held) : null;
  if (whole !== null) cautions.leave('part of', whole);
  if (isHeld(held, 'Device')) leaveOfDevice(held.value, cautions);
}

function leaveHours(role: Held<'PractitionerRole'>['value'], cautions: Cautions): void {
  for (const { daysOfWeek = [], allDay, availableStartTime, availableEndTime } of role.availableTime ?? []) {
    const from =
      allDay === true ? 'all day' : joined([hour(availableStartTime), hour(availableEndTime)], '–');
    // A false "all day" beside hours says nothing more, and alone it says that not every hour counts.
    const part = allDay === false && from === null ? 'not all day' : from;
    cautions.leave('available', joined([daysOfWeek.join(', '), part]));
  }
  for (const { description, during } of role.notAvailable ?? []) {
    const [start, end] = [during?.start, during?.end].map((text) => readDate(text, cautions));
    const days = [start && `from ${formatDate(start)}`, end && `until ${formatDate(end)}`];
    cautions.leave('not available', joined([words(description), ...days]));
  }
  const { availabilityExceptions } = role;
  if (availabilityExceptions !== undefined) cautions.leave('exceptions to the hours', availabilityExceptions);
  const { period } = role;
  const since = readDate(period?.start, cautions);
  if (since !== null) cautions.leave('in this role since', formatDate(since));
}

const hour = (time: string | undefined) => time?.slice(0, 5);

function leaveOfDevice({ deviceName = [], type }: Held<'Device'>['value'], cautions: Cautions): void {
  const [, ...others] = deviceName;
  for (const { name } of others) cautions.leave('also called', name);
  const said = conceptWords(type, cautions);
  if (said !== null && deviceName.length > 0) cautions.leave('kind of device', said);
}
