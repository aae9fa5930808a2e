import type { Caution, Recorded } from '@ehch/clinical';
import { spanOf, type PartialDate } from '@ehch/clinical/time';
import type { ObservationKind } from '../../../codes/observation-codes.ts';
import { namesOf } from '../../../coding.ts';
import { firstDate, readDate } from '../../../dates.ts';
import { Cautions } from '../cautions.ts';
import type { Annotation } from '../datatypes.ts';
import { fact, isAfterNow } from '../fact.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { moreOfObservation } from './ends-named.ts';
import { detailsOf, type Told } from './details.ts';
import { kindsOf } from './kind-of-code.ts';
import { hasPassed } from './passed.ts';

export type Observation = Held<'Observation'>;

const PEOPLE = new Set(['Patient', 'RelatedPerson', 'Group', 'Person']);

/**
 * Whom an observation is about. In R4, a `focus` may name somebody else, such as the donor or the unborn
 * child. The observation is then that person's, although the subject is the resident. A focus that leads
 * nowhere may be anybody, whatever its words: "Daughter" is no part of the resident.
 */
function focusOf(record: PatientRecord, held: Observation): 'resident' | 'another' | 'not-known' {
  const focuses = (held.value.focus ?? []).map((focus) => {
    const target = record.resolve(focus, held);
    if (isHeld(target, 'Patient')) return 'resident';
    const kind = target?.type ?? focus.type ?? /(\w+)\/[^/]+$/.exec(focus.reference ?? '')?.[1];
    if (kind === undefined) return 'not-known';
    // A person named by a number alone may be the resident.
    if (focus.reference === undefined && kind === 'Patient') return 'not-known';
    return PEOPLE.has(kind) ? 'another' : 'resident';
  });
  if (focuses.includes('another')) return 'another';
  return focuses.includes('not-known') ? 'not-known' : 'resident';
}

/** Whether an observation is about the resident. Observations about somebody else are set aside. */
export function isAboutResident(record: PatientRecord, held: Observation): boolean {
  const focus = focusOf(record, held);
  if (focus === 'another') record.setAside(held, 'another-patient');
  else if (focus === 'not-known') record.refuse(held, 'malformed', 'focus');
  else return true;
  return false;
}

/**
 * The observations of these kinds, including those without a measurement. Those about somebody else are set
 * aside.
 */
export function observationsOf(
  record: PatientRecord,
  ...kinds: readonly ObservationKind[]
): readonly Observation[] {
  return record.all('Observation').filter((held) => {
    const found = kindsOf(held.value.code);
    return (
      found.some((kind) => kinds.includes(kind)) && isAboutResident(record, held) && isOfOneKind(record, held)
    );
  });
}

/**
 * Whether an observation has one kind only. A pulse that is also coded as a respiration rate is neither: it
 * counts as unread.
 */
export function isOfOneKind(record: PatientRecord, held: Observation): boolean {
  if (kindsOf(held.value.code).length < 2) return true;
  record.refuse(held, 'malformed', 'code');
  return false;
}

/** Cautions for an observation. A preliminary one, or one of unknown status, is unconfirmed. */
export function cautionsForObservation(held: Observation): Cautions {
  const cautions = new Cautions(held.cautions, moreOfObservation(held));
  if (held.value.status === 'preliminary' || held.value.status === 'unknown') cautions.add('unconfirmed');
  if (isMarkedAway(held)) cautions.add('contradicts-itself');
  return cautions;
}

/** R4 observation-interpretation: negative, not detected. */
const NEGATIVE: ReadonlySet<string> = new Set(['NEG', 'ND']);

/** [P] Words of a mark that deny a finding, and those that take back whatever was found or measured. */
const NOT_FOUND = /^(?:negative|not detected|absent)\b/i;
const INVALID = /^(?:invalid|void|rejected|wrong|error|unreliable)\b/i;

/** Whether a mark denies a finding that the code names and no value states, or calls the value invalid. */
function isMarkedAway({ value, raw }: Observation): boolean {
  const isFinding = !Object.keys(raw).some((key) => key.startsWith('value')) && value.component === undefined;
  return (value.interpretation ?? []).some((mark) => {
    const names = namesOf(mark);
    const isDenied =
      names.some((name) => NOT_FOUND.test(name)) ||
      (mark.coding ?? []).some(({ code }) => NEGATIVE.has(code ?? ''));
    return (isFinding && isDenied) || names.some((name) => INVALID.test(name));
  });
}

/** What the words of the fact already state, and which part of the observation it is. */
interface ObservedParts extends Told {
  readonly part?: string;
  /** Notes to show instead of those of the observation. */
  readonly note?: readonly Annotation[];
}

/** The parts that every fact from an observation has. Call it last, like `fact`. */
export function observed(
  record: PatientRecord,
  held: Observation,
  cautions: Cautions,
  { part, note, ...told }: ObservedParts = {},
): Recorded {
  const on = effectiveOf(record, held, cautions);
  const details = detailsOf(record, held, cautions, told);
  const recorded = fact(record, held, cautions, {
    on,
    by: held.value.performer ?? [],
    ...(part === undefined ? {} : { part }),
    ...(note === undefined ? {} : { note }),
  });
  return details.length === 0 ? recorded : { ...recorded, details };
}

/**
 * When the observation was true: R4 `effective[x]`, and never `issued`, which is when it was sent. A period
 * that still runs counts from its start.
 */
export function effectiveOf(
  record: PatientRecord,
  { value }: Observation,
  cautions: Set<Caution>,
): PartialDate | null {
  const { effectiveDateTime, effectiveInstant, effectivePeriod } = value;
  const { start, end } = effectivePeriod ?? {};
  const runs = isAfterNow(readDate(end, new Set()), record);
  return firstDate([effectiveDateTime, effectiveInstant, ...(runs ? [start, end] : [end, start])], cautions);
}

/**
 * The end of a statement that was made for a time. `null`: it has none. A period within one day is that of the
 * visit, and ends nothing.
 */
export function heldUntil(
  { value: { effectivePeriod } }: Observation,
  cautions: Set<Caution>,
): PartialDate | null {
  const start = spanOf(readDate(effectivePeriod?.start, cautions));
  const end = readDate(effectivePeriod?.end, cautions);
  const last = spanOf(end);
  return last !== null && (start === null || start.to < last.from) ? end : null;
}

/**
 * Why a statement whose time has passed is not in force, with the caution. `null`: its time has not passed, or
 * has no end.
 */
export function whenOver(record: PatientRecord, held: Observation, cautions: Set<Caution>): 'past' | null {
  if (!hasPassed(heldUntil(held, cautions), record)) return null;
  cautions.add('past-its-date');
  return 'past';
}
