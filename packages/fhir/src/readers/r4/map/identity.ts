import type { Caution, Content, Identity, PersonName } from '@ehch/clinical';
import { precisionOf, spanOf } from '@ehch/clinical/time';
import { readDate } from '../../../dates.ts';
import { cautionPeriods, currentName, hasEnded, toPersonName } from '../../../names.ts';
import { joined, words } from '../../../text.ts';
import { nameOf } from '../author.ts';
import { cautionsFor, type Cautions } from '../cautions.ts';
import { elementText } from '../elements/words.ts';
import { isAfterNow } from '../fact.ts';
import { whyNotInUse } from '../in-use.ts';
import type { Held, PatientRecord } from '../record.ts';
import { interpreterSaid } from './about-me.ts';
import { deathOf } from './death.ts';
import { leaveOfName } from './name-left.ts';
import { leaveEndedContacts } from './people.ts';
import { nhsNumberOf } from './nhs-number.ts';
import { otherNumbers } from './other-numbers.ts';
import { othersOfTheName } from './same-name.ts';
import { stayOf } from './stay.ts';

/** Who the resident is, where the resident lives, and whether this record is the right one to use. */
export function identity(record: PatientRecord): Content<Identity> {
  const { patient, today } = record;
  if (patient === null) return { kind: 'not-recorded' };
  record.show(patient, 'identity');
  const cautions = cautionsFor(patient);
  const names = patient.value.name ?? [];
  const official = currentName(names, today);
  const name = toPersonName(official);
  const preferred = preferredName(names, official, today);
  const value = {
    name,
    preferredName: preferred,
    otherNames: names
      .filter((other) => other !== official && !isOnlyGiven(other))
      .map((other) => toPersonName(other))
      .filter((other) => other !== null)
      .filter((other) => !sameName(other, name) && !saysOnly(preferred, other, name)),
    born: readDate(patient.value.birthDate, cautions),
    gender: patient.value.gender ?? null,
    nhsNumber: nhsNumberOf(patient, today, cautions),
    otherNumbers: otherNumbers(patient, today),
    death: deathOf(patient, cautions),
    stay: stayOf(record, cautions),
    gpPractice: gpPractice(record, patient, cautions),
  };
  if (official !== undefined) leaveOfName(official, today, cautions);
  cautionPeriods([...names, ...(patient.value.identifier ?? [])], cautions);
  for (const said of interpreterSaid(patient)) {
    // A value that is neither yes nor no has no place among the languages.
    if (typeof said['valueBoolean'] !== 'boolean') cautions.leave('interpreter required', elementText(said));
  }
  leaveEndedContacts(record, patient, cautions);
  checkBirth(record, value.born, value.death, cautions);
  checkStanding(record, patient, value.death, cautions);
  const namesakes = othersOfTheName(record);
  return {
    kind: 'recorded',
    value: {
      ...value,
      cautions: [...cautions],
      ...(cautions.more.length > 0 && { more: cautions.more }),
      ...(namesakes.length > 0 && { sameName: namesakes }),
    },
  };
}

/** [P] Years. The oldest person on record lived for 122 years. */
const OLDEST_YEARS = 123;

/**
 * Adds a caution to a birth date in the future, after the death, or before living memory. Age and identity
 * depend on the birth date.
 */
function checkBirth(
  record: PatientRecord,
  born: Identity['born'],
  death: Identity['death'],
  cautions: Set<Caution>,
): void {
  const span = spanOf(born);
  if (span === null) return;
  // A birth has a day and no time (R4 date). The day of a moment depends on the country.
  if (precisionOf(born ?? '') === 'moment') cautions.add('partly-unreadable');
  if (isAfterNow(born, record)) cautions.add('future-dated');
  const died = death.state === 'died' ? spanOf(death.on) : null;
  const age = Number(record.today.slice(0, 4)) - Number(span.to.slice(0, 4));
  if (age > OLDEST_YEARS || (died !== null && died.to < span.from)) cautions.add('implausible');
}

/**
 * Whether this is the current record of the resident. A replaced or inactive Patient may have a newer record
 * elsewhere.
 */
function checkStanding(
  record: PatientRecord,
  { value: { active, link = [] } }: Held<'Patient'>,
  death: Identity['death'],
  cautions: Cautions,
): void {
  for (const { type, other } of link) {
    if (type === 'replaced-by') cautions.add('replaced');
    // R4 link-type `refer`: the other record is the main one. `seealso`: both hold information.
    else if (type === 'refer' || type === 'seealso') cautions.add('other-record');
    else cautions.leave('link to another record', joined([type, other.display]));
  }
  if (active === false && death.state !== 'died' && !cautions.has('replaced')) cautions.add('not-in-use');
  if (death.state === 'died' && isAfterNow(death.on, record)) cautions.add('future-dated');
}

/**
 * What the resident likes to be called: a nickname, or a usual first name that is not among the official
 * ones. `null`: not recorded.
 */
function preferredName(
  names: NonNullable<Held<'Patient'>['value']['name']>,
  official: (typeof names)[number] | undefined,
  today: string,
): string | null {
  const current = names.filter((name) => !hasEnded(name, today) && name !== official);
  const given = official?.given ?? [];
  for (const use of ['nickname', 'usual']) {
    const name = current.find((candidate) => candidate.use === use);
    const called = words(name?.given?.[0]) ?? words(name?.text);
    if (called !== null && !given.some((part) => part?.toLowerCase() === called.toLowerCase())) return called;
  }
  return null;
}

/** Whether a name is only what the resident is called. "Peggy" alone is no other name. */
function isOnlyGiven({ use, family, text }: NonNullable<Held<'Patient'>['value']['name']>[number]): boolean {
  return use === 'usual' && family === undefined && text === undefined;
}

/** Whether a name adds nothing to the preferred name and the family name, which the screen shows already. */
function saysOnly(
  called: string | null,
  { family, given, text }: PersonName,
  own: PersonName | null,
): boolean {
  const said = given.length > 0 ? given.join(' ') : (text ?? '');
  const isOwnFamily = family === null || family.toLowerCase() === own?.family?.toLowerCase();
  return isOwnFamily && said.toLowerCase() === called?.toLowerCase();
}

function sameName(a: PersonName, b: PersonName | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The registered practice: the first one in use that the record names. One that is no longer in use counts
 * only where there is no other, and says so.
 */
function gpPractice(
  record: PatientRecord,
  patient: Held<'Patient'>,
  cautions: Cautions,
): Identity['gpPractice'] {
  const named = (patient.value.generalPractitioner ?? []).flatMap((reference) => {
    const name = nameOf(record, reference, patient) ?? words(reference.identifier?.value);
    const why = whyNotInUse(record, record.resolve(reference, patient));
    return name === null ? [] : [{ name, why, ods: reference.identifier?.value }];
  });
  const [first] = named.toSorted((a, b) => Number(a.why !== null) - Number(b.why !== null));
  if (first !== undefined) {
    const { name, why, ods } = first;
    const said = why === null ? name : `${name} (${why})`;
    return { name: said, usualForThisHome: isUsual(record, name, ods) };
  }
  if ((patient.value.generalPractitioner ?? []).length > 0) cautions.leave('GP practice');
  return null;
}

/**
 * Whether a home of the place works with this practice, by name or ODS code. `null`: no home names a
 * practice.
 */
function isUsual(record: PatientRecord, name: string, ods: string | undefined): boolean | null {
  const practices = (record.input.place?.homes ?? []).flatMap(({ practice }) => practice ?? []);
  if (practices.length === 0) return null;
  return practices.some((practice) => practice.toLowerCase() === name.toLowerCase() || practice === ods);
}
