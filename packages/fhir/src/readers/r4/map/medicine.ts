import { formatDate } from '@ehch/clinical/display';
import type { MedicineRepeat, MedicineStatus } from '@ehch/clinical';
import type { PartialDate } from '@ehch/clinical/time';
import { conceptWords, namesOf, type ConceptLike } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import type { RecordedMedicine } from '../../../recorded-view.ts';
import { joined, words } from '../../../text.ts';
import type { Reference } from '../datatypes.ts';
import type { Dosage } from '../dosage.ts';
import { Cautions, cautionsFor } from '../cautions.ts';
import { cautionWhenPast, fact, isAfterNow } from '../fact.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { whyAbsent } from './absent-reason.ts';
import { isAskedInWords } from './denied-in-words.ts';
import { cautionWhenOverInWords } from './end-in-words.ts';
import { FAMILY_SAID, isOfFamily } from './family-words.ts';
import { medicineName } from './medicine-name.ts';
import { requestRemarks, statementRemarks } from './medicine-remarks.ts';
import { repeatOf, statusChangeOf } from './medicine-repeat.ts';
import { courseOf, reckonedEnd, REQUEST, STATEMENT, statusToday, type Course } from './medicine-status.ts';
import { medicineTexts } from './medicine-texts.ts';
import { withStandingWithin } from './named-record.ts';
import { isMedicineOver, isMedicineResumed } from './over-in-words.ts';
import { productWords } from './same-product.ts';
import { longOpenWords, shortCourseEnd } from './short-course.ts';
import { plainTextOf, valueWords } from './value-words.ts';

/** A medicine as a fact, with what is needed to recognise other records of the same medicine. */
export interface MappedMedicine {
  readonly held: Held<'MedicationStatement'> | Held<'MedicationRequest'>;
  readonly medicine: RecordedMedicine;
  readonly codes: readonly string[];
  /** The product in words, for comparison with every other record. */
  readonly product: string;
  /** For a plan without a known issue: its status once something has been issued. */
  readonly onceIssued?: MedicineStatus;
}

/** A MedicationStatement as a medicine. `null`: it names no medicine, and counts as unread. */
export function fromStatement(
  record: PatientRecord,
  held: Held<'MedicationStatement'>,
): MappedMedicine | null {
  const { value } = held;
  const cautions = cautionsFor(held);
  const { effectivePeriod, effectiveDateTime, dosage } = value;
  const course = courseOf(
    { start: [effectivePeriod?.start, effectiveDateTime], end: effectivePeriod?.end },
    dosage,
    cautions,
  );
  const stated = value.status === undefined ? 'not-stated' : STATEMENT[value.status];
  const status = statusToday(stated, course, record);
  // A medicine called active on a day had begun by that day.
  const begun = course.start ?? readDate(value.dateAsserted, cautions);
  const goesOn = isOfRepeat(record, held);
  if (isTaken(status) && !goesOn) cautionWhenPast(reckonedEnd(begun, dosage), record, cautions);
  const isTakenNever = value.status === 'not-taken';
  return toMedicine(record, held, cautions, {
    status,
    // These are the days on which it was not taken, so nothing began or ended then.
    course: isTakenNever ? NEVER : course,
    begun: goesOn ? null : begun,
    asserted: [value.dateAsserted, course.start],
    by: [value.informationSource],
    dosage,
    // FHIR has the status "not-taken". The domain has none for it, so the reason states it.
    statusReason: [isTakenNever ? notTakenWords(course) : null, ...each(value.statusReason, cautions)],
    remarks: statementRemarks(record, held, cautions),
  });
}

/** A MedicationRequest as a medicine. `null`: it names no medicine, and counts as unread. */
export function fromRequest(record: PatientRecord, held: Held<'MedicationRequest'>): MappedMedicine | null {
  const { value } = held;
  const cautions = cautionsFor(held);
  const { validityPeriod } = value.dispenseRequest ?? {};
  const course = courseOf({ start: [validityPeriod?.start] }, value.dosageInstruction, cautions);
  const stated = value.status === undefined ? 'not-stated' : REQUEST[value.status];
  const isOnlyMeant = ['proposal', 'plan', 'option'].includes(value.intent ?? '') && stated === 'in-use';
  const repeat = repeatOf(held, cautions);
  const isRepeat = value.intent === 'plan' && (repeat !== null || isLongTerm(held));
  const isPlanned = isOnlyMeant && !isRepeat;
  const onceIssued = statusToday(stated, course, record);
  const status = statusToday(isPlanned ? 'intended' : stated, course, record);
  const start = course.start ?? readDate(value.authoredOn, cautions);
  // A repeat prescription goes on after each course.
  const goesOn = isRepeated(repeat) || isLongTerm(held);
  if (isTaken(status)) {
    cautionWhenPast(readDate(validityPeriod?.end, cautions), record, cautions);
    if (!goesOn) cautionWhenPast(reckonedEnd(start, value.dosageInstruction), record, cautions);
  }
  const changed = statusChangeOf(held, cautions);
  const isStopped = value.status === 'stopped';
  const prohibits = value.doNotPerform === true;
  const mapped = toMedicine(record, held, cautions, {
    status: prohibits ? prohibited(status, cautions) : status,
    // R4: "The prescription has been withdrawn before any administrations have occurred."
    course:
      value.status === 'cancelled' ? NEVER : { start, end: (isStopped ? changed.on : null) ?? course.end },
    begun: goesOn ? null : start,
    asserted: [value.authoredOn, course.start],
    by: [value.requester],
    dosage: value.dosageInstruction,
    statusReason: [...each([value.statusReason ?? {}], cautions), ...changed.why],
    remarks: [
      ...(prohibits ? prohibitionWords(status) : []),
      ...requestRemarks(record, held, cautions),
      ...(changed.on === null || isStopped ? [] : [`status changed ${formatDate(changed.on)}`]),
    ],
    ...(prohibits && { prohibits }),
    ...(repeat !== null && { repeat }),
  });
  return mapped !== null && isPlanned && value.intent === 'plan' && !prohibits
    ? { ...mapped, onceIssued }
    : mapped;
}

/** The course of a medicine that nobody took. */
const NEVER: Course = { start: null, end: null };

function notTakenWords({ start, end }: Course): string | null {
  return joined([
    'recorded as not taken',
    start === null ? null : `from ${formatDate(start)}`,
    end === null ? null : `until ${formatDate(end)}`,
  ]);
}

/**
 * The status of an instruction not to give a medicine. It must never be listed as taken, or as about to
 * start. A draft, one on hold or one that has not begun is unconfirmed.
 */
function prohibited(status: MedicineStatus, cautions: Cautions): MedicineStatus {
  if (isTaken(status)) return 'not-to-be-given';
  if (status !== 'intended' && status !== 'on-hold') return status;
  cautions.add('unconfirmed');
  return 'not-to-be-given';
}

/** How the instruction stands, where its place on the list does not show that. */
function prohibitionWords(status: MedicineStatus): readonly string[] {
  if (status === 'intended') return ['the instruction is not in force yet'];
  return status === 'on-hold' ? ['the instruction is on hold'] : [];
}

/** Whether the resident takes the medicine, as far as anybody knows. */
function isTaken(status: MedicineStatus): boolean {
  return status === 'in-use' || status === 'not-stated';
}

/** Whether a statement belongs to a repeat prescription, which goes on after each course. */
function isOfRepeat(record: PatientRecord, held: Held<'MedicationStatement'>): boolean {
  return (held.value.basedOn ?? []).some((reference) => {
    const target = record.resolve(reference, held);
    return (
      isHeld(target, 'MedicationRequest') &&
      (isLongTerm(target) || isRepeated(repeatOf(target, new Cautions())))
    );
  });
}

/** Whether a prescription is issued again. "No repeats allowed" is one issue. */
function isRepeated(repeat: MedicineRepeat | null): boolean {
  if (repeat === null) return false;
  return repeat.allowed !== 0 || (repeat.issued ?? 0) > 1 || repeat.reviewBy !== null;
}

/** R4 and UK Core codes for a long course: "continuous", "continuous-repeating-dispensing". */
function isLongTerm({ value }: Held<'MedicationRequest'>): boolean {
  return (value.courseOfTherapyType?.coding ?? []).some(
    ({ code }) => code?.startsWith('continuous') === true,
  );
}

/** What the two types of record have in common, once read. */
interface Read extends Pick<RecordedMedicine, 'prohibits' | 'repeat'> {
  readonly status: MedicineStatus;
  readonly course: Course;
  /** When a medicine began that is not known to go on. */
  readonly begun: PartialDate | null;
  /** The dates that the fact can have, the best first. */
  readonly asserted: readonly (string | null | undefined)[];
  readonly by: readonly (Reference | undefined)[];
  readonly dosage: readonly Dosage[] | undefined;
  readonly statusReason: readonly (string | null)[];
  readonly remarks: readonly string[];
}

function toMedicine(
  record: PatientRecord,
  held: MappedMedicine['held'],
  cautions: Cautions,
  { course, begun, asserted, by, dosage = [], statusReason, remarks, ...read }: Read,
): MappedMedicine | null {
  const name = medicineName(record, held, held.value, cautions);
  if (name === null) {
    record.refuse(held, 'missing', 'medication');
    return null;
  }
  if (read.status === 'past-its-end') cautionWhenPast(course.end, record, cautions);
  const indication = indicationOf(record, held, cautions);
  const on = firstDate(asserted, cautions);
  const { codes, contents, remarks: ofName, ...named } = name;
  const isOthers = isOfFamily(...namesOf(held.value.medicationCodeableConcept), named.generic);
  const said = [...(isOthers ? [FAMILY_SAID] : []), ...ofName, ...remarks];
  const ownWords = [named.generic, named.brand, ...contents, ...ofName].join(' ');
  const texts = medicineTexts(record, held, dosage);
  if (isTaken(read.status) && course.end === null) {
    cautionWhenPast(shortCourseEnd(begun, [...texts, ...remarks], dosage), record, cautions);
    cautionWhenOverInWords(texts, record, cautions);
  }
  const isOpen = isTaken(read.status) && course.end === null && !cautions.has('past-its-date');
  const openSince = isOpen ? longOpenWords(begun, record.today, ownWords, [...texts, indication]) : null;
  const asked = openSince === null ? said : [...said, openSince];
  const isDoubted = mayBeTaken(read.status)
    ? isMedicineOver(ownWords, texts) || NEGATED.test(named.generic ?? '')
    : isMedicineResumed(ownWords, texts) || (read.status === 'stopped' && isAfterNow(course.end, record));
  if (isDoubted || isOthers) cautions.add('contradicts-itself');
  if (isAskedInWords(named.generic, named.brand)) cautions.add('unconfirmed');
  return {
    held,
    codes,
    product: productWords({ ...named, contents }),
    medicine: {
      ...fact(record, held, cautions, { on, by }),
      ...named,
      ...read,
      ...(contents.length > 0 && { contents }),
      ...(asked.length > 0 && { remarks: asked }),
      dosage,
      started: course.start,
      stopped: course.end,
      indication,
      statusReason: joined(statusReason, '; '),
    },
  };
}

/**
 * [P] Words that name no medicine to take: "no aspirin", "avoid NSAIDs", "not on warfarin", "allergic to
 * penicillin".
 */
const NEGATED =
  /^\s*(?:no|not|nil|avoid|stop(?:ped)?|never)\s|\b(?:not|never) (?:currently |been )?(?:on|prescribed) (?!an?\b|the\b|days?\b|empty)\p{L}|\b(?:allerg(?:y|ic)|intoleran(?:ce|t)|sensitiv(?:e|ity)|reaction) (?:to|of)\b|\bcontra-?indicated\b/iu;

/** Whether somebody may give the medicine in this status. */
function mayBeTaken(status: MedicineStatus): boolean {
  return isTaken(status) || status === 'completed' || status === 'intended';
}

/** All reasons for the medicine, because any of them may matter. */
function indicationOf(
  record: PatientRecord,
  held: MappedMedicine['held'],
  cautions: Cautions,
): string | null {
  const referred = (held.value.reasonReference ?? []).map((reference) => {
    const target = record.resolve(reference, held);
    const said = isHeld(target, 'Condition')
      ? conceptWords(target.value.code, cautions)
      : isHeld(target, 'Observation')
        ? findingWords(target.value, cautions)
        : null;
    const shown = withStandingWithin(record, target, said) ?? words(reference.display);
    if (shown === null) cautions.add('reference-missing');
    return shown;
  });
  const all = [...each(held.value.reasonCode, cautions), ...referred].filter((reason) => reason !== null);
  return joined([...new Set(all)], ', ');
}

/** An observation with its answer: "atrial fibrillation: no" is no atrial fibrillation. */
function findingWords(value: Held<'Observation'>['value'], cautions: Cautions): string | null {
  const said = valueWords(value, cautions);
  const absent = whyAbsent(value);
  return joined([conceptWords(value.code, cautions), said === null ? absent : plainTextOf(said)], ': ');
}

function each(concepts: readonly ConceptLike[] | undefined, cautions: Cautions): readonly (string | null)[] {
  return (concepts ?? []).map((concept) => conceptWords(concept, cautions));
}
