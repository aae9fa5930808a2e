import type { TeamMember } from '@ehch/clinical';
import { conceptWords } from '../../../coding.ts';
import { readDate } from '../../../dates.ts';
import { hasEnded } from '../../../names.ts';
import { joined, words } from '../../../text.ts';
import { authorOf, nameOf } from '../author.ts';
import type { Reference } from '../datatypes.ts';
import { Cautions, cautionsFor } from '../cautions.ts';
import { fact } from '../fact.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { leaveOtherTelecom, phonesOf } from './telecom.ts';

/** The professionals around the resident: care teams in force, and the registered GP. */
export function teamMembers(record: PatientRecord): readonly TeamMember[] {
  return [
    ...record.all('CareTeam').flatMap((held) => membersOf(record, held)),
    ...generalPractitioners(record),
  ];
}

function membersOf(record: PatientRecord, held: Held<'CareTeam'>): readonly TeamMember[] {
  const { value } = held;
  if (value.status === 'proposed') return record.setAside(held, 'not-happened');
  if (value.status === 'inactive' || value.status === 'suspended' || hasEnded(value, record.today))
    return record.setAside(held, 'not-in-force');
  const managing = joined(
    (value.managingOrganization ?? []).map((one) => nameOf(record, one, held)),
    ', ',
  );
  const organisation = joined([value.name, managing], ', ');
  const teamPhones = phonesOf(value.telecom, record.today);
  const present = (value.participant ?? []).filter((participant) => !hasEnded(participant, record.today));
  record.show(held, 'people');
  if (present.length === 0) {
    const cautions = cautionsFor(held);
    leaveOtherTelecom(value.telecom, record.today, cautions);
    const name = words(value.name) ?? managing ?? 'Care team';
    const on = readDate(value.period?.start, cautions);
    const until = readDate(value.period?.end, cautions);
    return [
      {
        ...fact(record, held, cautions, { on }),
        name,
        role: null,
        organisation: managing,
        phones: teamPhones,
        until,
      },
    ];
  }
  return present.flatMap((participant, index): readonly TeamMember[] => {
    const cautions = cautionsFor(held);
    const role = joined(
      (participant.role ?? []).map((one) => conceptWords(one, cautions)),
      ', ',
    );
    leaveOtherTelecom(value.telecom, record.today, cautions);
    const author = participant.member === undefined ? null : authorOf(record, participant.member, held);
    // The resident is a member of the team, but nobody to ring.
    if (isHeld(record.resolve(participant.member, held), 'Patient')) return [];
    if (author === null) cautions.add('reference-missing');
    if (author === null && role === null) return [];
    const on = readDate(participant.period?.start ?? value.period?.start, cautions);
    return [
      {
        ...fact(record, held, cautions, { on, part: `member-${index}` }),
        name: author?.name ?? 'Name not recorded',
        role: role ?? author?.role ?? null,
        organisation: joined([nameOf(record, participant.onBehalfOf, held), organisation], ', '),
        phones: [...new Set([...phonesFor(record, participant.member, held), ...teamPhones])],
        until: readDate(participant.period?.end, cautions),
      },
    ];
  });
}

function generalPractitioners(record: PatientRecord): readonly TeamMember[] {
  const { patient } = record;
  if (patient === null) return [];
  return (patient.value.generalPractitioner ?? []).flatMap((reference, index): readonly TeamMember[] => {
    // The identity section already shows what else the Patient record holds.
    const cautions = new Cautions(patient.cautions);
    const author = authorOf(record, reference, patient);
    const target = record.resolve(reference, patient);
    // A GP is registered, but the record that names the GP did not arrive.
    if (author === null) cautions.add('reference-missing');
    record.show(patient, 'people');
    return [
      {
        ...fact(record, patient, cautions, { on: null, part: `gp-${index}` }),
        name: author?.name ?? words(reference.identifier?.value) ?? 'Name not recorded',
        role: author?.role ?? (isHeld(target, 'Organization') ? 'GP practice' : 'GP'),
        organisation: isHeld(target, 'PractitionerRole')
          ? nameOf(record, target.value.organization, target)
          : null,
        phones: phonesFor(record, reference, patient),
        until: null,
      },
    ];
  });
}

function phonesFor(record: PatientRecord, reference: Reference | undefined, from: Held): readonly string[] {
  const target = record.resolve(reference, from);
  const hasPhones = isHeld(target, 'Practitioner', 'PractitionerRole', 'Organization', 'RelatedPerson');
  return hasPhones ? phonesOf(target.value.telecom, record.today) : [];
}
