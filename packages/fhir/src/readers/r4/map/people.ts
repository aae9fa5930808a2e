import type { Contact, Content, People, TeamMember } from '@ehch/clinical';
import { formatDate } from '@ehch/clinical/display';
import { EXTENSION } from '../../../codes/systems.ts';
import { readDate } from '../../../dates.ts';
import { extensionsOf } from '../../../extensions.ts';
import { conceptWords, type ConceptLike } from '../../../coding.ts';
import { spokenName } from '../../../names.ts';
import { joined } from '../../../text.ts';
import { nameOf } from '../author.ts';
import { Cautions } from '../cautions.ts';
import { elementText } from '../elements/words.ts';
import { byNewest, fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';
import { teamMembers } from './care-team.ts';
import { isAuthority } from './decision-makers.ts';
import { leaveOfName, leaveOfNames } from './name-left.ts';
import { leaveOtherTelecom, phonesOf } from './telecom.ts';
import { hasEndedNow } from './passed.ts';
import { cautionsOfDecision } from './original.ts';

/** The contacts of the resident, and the professionals around the resident. */
export function people(record: PatientRecord): Content<People> {
  const contacts = [...relatedPeople(record), ...contactsOfPatient(record)];
  const team: readonly TeamMember[] = teamMembers(record);
  if (contacts.length === 0 && team.length === 0) return { kind: 'not-recorded' };
  return { kind: 'recorded', value: { contacts, team } };
}

function relatedPeople(record: PatientRecord): readonly Contact[] {
  return record
    .all('RelatedPerson')
    .flatMap((held): readonly Contact[] => {
      const { value } = held;
      if (value.active === false || hasEndedNow(value, record)) return record.setAside(held, 'not-in-force');
      // By what authority somebody decides stands among the limits.
      const cautions = cautionsOfDecision(held);
      const said = relationsAndRoles(value.relationship, cautions);
      const name = spokenName(value.name, record.today);
      leaveOfNames(value.name, record.today, cautions);
      const phones = phonesOf(value.telecom, record);
      leaveOtherTelecom(value.telecom, record, cautions);
      if (name === null && said.relation === null && phones.length === 0)
        return record.refuse(held, 'missing', 'name');
      record.show(held, 'people');
      const until = readDate(value.period?.end, cautions);
      return [
        {
          ...fact(record, held, cautions, { on: readDate(value.period?.start, cautions) }),
          name: name ?? 'Name not recorded',
          ...said,
          phones,
          until,
        },
      ];
    })
    .toSorted(byNewest);
}

function contactsOfPatient(record: PatientRecord): readonly Contact[] {
  const { patient } = record;
  if (patient === null) return [];
  const ranked = (patient.value.contact ?? [])
    .map((contact, index) => ({ contact, index, rank: rankOf(contact.extension) }))
    .toSorted((a, b) => (a.rank?.order ?? LAST) - (b.rank?.order ?? LAST));
  return ranked.flatMap(({ contact, index, rank }): readonly Contact[] => {
    if (hasEndedNow(contact, record)) return [];
    // The identity section already shows what else the Patient record holds.
    const cautions = new Cautions(patient.cautions);
    const said = relationsAndRoles(contact.relationship, cautions);
    const own = spokenName(contact.name && [contact.name]);
    if (contact.name !== undefined) leaveOfName(contact.name, record.today, cautions);
    const organisation = nameOf(record, contact.organization, patient);
    const name = own ?? organisation;
    const phones = phonesOf(contact.telecom, record);
    leaveOtherTelecom(contact.telecom, record, cautions);
    if (own !== null && organisation !== null) cautions.leave('organisation', organisation);
    const saysNothing = said.relation === null && said.roles.length === 0 && cautions.more.length === 0;
    if (name === null && phones.length === 0 && saysNothing) return [];
    record.show(patient, 'people');
    const until = readDate(contact.period?.end, cautions);
    return [
      {
        ...fact(record, patient, cautions, {
          on: readDate(contact.period?.start, cautions),
          part: `contact-${index}`,
        }),
        name: name ?? 'Name not recorded',
        relation: said.relation,
        roles: [...said.roles, ...(rank?.said ? [rank.said] : [])],
        phones,
        until,
      },
    ];
  });
}

/** Leaves to "more in the record" the contacts that the resident no longer has. Nobody is to ring them. */
export function leaveEndedContacts(
  record: PatientRecord,
  patient: Held<'Patient'>,
  cautions: Cautions,
): void {
  for (const contact of patient.value.contact ?? []) {
    const end = readDate(contact.period?.end, cautions);
    if (!hasEndedNow(contact, record) || end === null) continue;
    const name = spokenName(contact.name && [contact.name]) ?? nameOf(record, contact.organization, patient);
    const { relation, roles } = relationsAndRoles(contact.relationship, new Set());
    cautions.leave(`contact until ${formatDate(end)}`, joined([name, relation, ...roles], ', '));
  }
}

/** The place of a contact without a rank. */
const LAST = 1_000_000;

/** The order in which the contacts are to be rung (UK Core ContactRank). `null`: not recorded. */
function rankOf(extensions: readonly unknown[] | undefined): { order: number; said: string | null } | null {
  const [found] = extensionsOf(extensions, EXTENSION.contactRank);
  if (found === undefined) return null;
  const rank = found['valuePositiveInt'];
  if (typeof rank === 'number') return { order: rank, said: `number ${rank} to contact` };
  return { order: LAST, said: joined(['rank of the contact:', elementText(found)]) };
}

/** [P] Words for a role towards the home or the record rather than a relationship. */
const ROLE =
  /\b(next[- ]of[- ]kin|contact|attorney|lpa|deputy|proxy|guardian|agent|advocate|carer|emergency)\b/i;

/** How a contact is related to the resident, and the contact's roles: next of kin, attorney, carer. */
function relationsAndRoles(
  relationships: readonly ConceptLike[] | undefined,
  cautions: Parameters<typeof conceptWords>[1],
): { readonly relation: string | null; readonly roles: readonly string[] } {
  const texts = (relationships ?? []).flatMap((concept) => conceptWords(concept, cautions) ?? []);
  const roles = texts.filter((text) => ROLE.test(text) || isAuthority(text));
  return {
    relation: joined(
      texts.filter((text) => !roles.includes(text)),
      ', ',
    ),
    roles,
  };
}
