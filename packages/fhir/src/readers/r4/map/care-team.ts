import type { TeamMember } from '@ehch/clinical';
import { conceptWords } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { joined, words } from '../../../text.ts';
import { authorOf, nameOf } from '../author.ts';
import { Cautions, cautionsFor } from '../cautions.ts';
import { fact } from '../fact.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { staffOf } from './staff.ts';
import { leaveOtherTelecom, phonesOf } from './telecom.ts';
import { hasEndedNow } from './passed.ts';

/**
 * The professionals around the resident: care teams in force, and the registered GP. Whoever has left comes
 * last.
 */
export function teamMembers(record: PatientRecord): readonly TeamMember[] {
  const all = [
    ...record.all('CareTeam').flatMap((held) => membersOf(record, held)),
    ...generalPractitioners(record),
  ];
  return all.toSorted((a, b) => Number(a.hasLeft) - Number(b.hasLeft)).map(({ member }) => member);
}

interface Member {
  readonly member: TeamMember;
  readonly hasLeft: boolean;
}

function membersOf(record: PatientRecord, held: Held<'CareTeam'>): readonly Member[] {
  const { value } = held;
  if (value.status === 'proposed') return record.setAside(held, 'not-happened');
  if (value.status === 'inactive' || value.status === 'suspended' || hasEndedNow(value, record))
    return record.setAside(held, 'not-in-force');
  const managing = joined(
    (value.managingOrganization ?? []).map((one) => nameOf(record, one, held)),
    ', ',
  );
  const organisation = joined([value.name, managing], ', ');
  const phones = phonesOf(value.telecom, record);
  record.show(held, 'people');
  const members = (value.participant ?? []).flatMap((_, index) =>
    participantOf(record, held, index, { organisation, phones }),
  );
  return members.length > 0 ? members : [{ member: teamItself(record, held, managing), hasLeft: false }];
}

/** A team that names nobody to ring but itself. */
function teamItself(record: PatientRecord, held: Held<'CareTeam'>, managing: string | null): TeamMember {
  const { name, telecom, period } = held.value;
  const cautions = cautionsFor(held);
  leaveOtherTelecom(telecom, record, cautions);
  const on = readDate(period?.start, cautions);
  const until = readDate(period?.end, cautions);
  return {
    ...fact(record, held, cautions, { on }),
    name: words(name) ?? managing ?? 'Care team',
    role: null,
    organisation: managing,
    phones: phonesOf(telecom, record),
    until,
  };
}

/** What every member has from the team. */
type OfTeam = Pick<TeamMember, 'organisation' | 'phones'>;

function participantOf(
  record: PatientRecord,
  held: Held<'CareTeam'>,
  index: number,
  team: OfTeam,
): readonly Member[] {
  const { value } = held;
  const participant = value.participant?.[index];
  if (participant === undefined || hasEndedNow(participant, record)) return [];
  // The resident is a member of the team, but nobody to ring.
  if (isHeld(record.resolve(participant.member, held), 'Patient')) return [];
  const cautions = cautionsFor(held);
  const role = joined(
    (participant.role ?? []).map((one) => conceptWords(one, cautions)),
    ', ',
  );
  leaveOtherTelecom(value.telecom, record, cautions);
  const author = participant.member === undefined ? null : authorOf(record, participant.member, held);
  if (author === null) cautions.add('reference-missing');
  if (participant.member === undefined && role === null) return [];
  const staff = staffOf(record, participant.member, held, cautions);
  const hasLeft = staff.notInUse !== null;
  // The telephone of the team would look like that of somebody who has left.
  if (hasLeft) for (const phone of team.phones) cautions.leave('telephone of the team', phone);
  const until = readDate(participant.period?.end, cautions) ?? staff.until;
  const on = readDate(participant.period?.start ?? value.period?.start, cautions);
  const member = {
    ...fact(record, held, cautions, { on, part: `member-${index}` }),
    name: author?.name ?? 'Name not recorded',
    role: joined([role ?? staff.role, staff.notInUse], ', '),
    organisation: joined(
      [...new Set([nameOf(record, participant.onBehalfOf, held), staff.organisation, team.organisation])],
      ', ',
    ),
    phones: hasLeft ? [] : [...new Set([...staff.phones, ...team.phones])],
    until,
  };
  return [{ member, hasLeft }];
}

function generalPractitioners(record: PatientRecord): readonly Member[] {
  const { patient } = record;
  if (patient === null) return [];
  return (patient.value.generalPractitioner ?? []).map((reference, index): Member => {
    // The identity section already shows what else the Patient record holds.
    const cautions = new Cautions(patient.cautions);
    const author = authorOf(record, reference, patient);
    const target = record.resolve(reference, patient);
    // A GP is registered, but the record that names the GP did not arrive.
    if (author === null) cautions.add('reference-missing');
    const staff = staffOf(record, reference, patient, cautions);
    record.show(patient, 'people');
    const sort = isHeld(target, 'Organization') ? 'GP practice' : (staff.role ?? 'GP');
    const member = {
      ...fact(record, patient, cautions, { on: null, part: `gp-${index}` }),
      name: author?.name ?? words(reference.identifier?.value) ?? 'Name not recorded',
      role: joined([sort, staff.notInUse], ', '),
      organisation: staff.organisation,
      phones: staff.phones,
      until: staff.until,
    };
    return { member, hasLeft: staff.notInUse !== null };
  });
}
