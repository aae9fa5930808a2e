import type { Caution, Recorded } from '@ehch/clinical';
import type { PartialDate } from '@ehch/clinical/time';
import type { ObservationKind } from '../../../codes/observation-codes.ts';
import { firstDate } from '../../../dates.ts';
import { cautionsFor, type Cautions } from '../cautions.ts';
import type { Annotation } from '../datatypes.ts';
import { fact } from '../fact.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { detailsOf, type Told } from './details.ts';
import { kindsOf } from './kind-of-code.ts';

export type Observation = Held<'Observation'>;

const PEOPLE = new Set(['Patient', 'RelatedPerson', 'Group', 'Person']);

/**
 * Whom it is about: a `focus` on somebody else (R4: the donor, the unborn child) makes it another person's, though the subject
 * is she. What leads nowhere may be anybody, whatever words stand there: "Daughter" is no part of her.
 */
function whoseFocus(record: PatientRecord, held: Observation): 'hers' | 'another' | 'not-known' {
  const focuses = (held.value.focus ?? []).map((focus) => {
    const target = record.resolve(focus, held);
    if (isHeld(target, 'Patient')) return 'hers';
    const kind = target?.type ?? focus.type ?? /(\w+)\/[^/]+$/.exec(focus.reference ?? '')?.[1];
    if (kind === undefined) return 'not-known';
    // A person who is named by a number alone may be she.
    if (focus.reference === undefined && kind === 'Patient') return 'not-known';
    return PEOPLE.has(kind) ? 'another' : 'hers';
  });
  return focuses.find((whose) => whose === 'another') ?? focuses.find((whose) => whose !== 'hers') ?? 'hers';
}

/** Sets aside what is about somebody else. */
export function isHers(record: PatientRecord, held: Observation): boolean {
  const whose = whoseFocus(record, held);
  if (whose === 'another') record.setAside(held, 'another-patient');
  else if (whose === 'not-known') record.refuse(held, 'malformed', 'focus');
  else return true;
  return false;
}

/** The observations of these kinds, with those that say that nothing was measured. The rest are set aside. */
export function observationsOf(
  record: PatientRecord,
  ...kinds: readonly ObservationKind[]
): readonly Observation[] {
  return record.all('Observation').filter((held) => {
    const found = kindsOf(held.value.code);
    return found.some((kind) => kinds.includes(kind)) && isHers(record, held) && isOfOneKind(record, held);
  });
}

/** A pulse that is coded as a respiration rate as well is neither: it cannot be read, and leaves a gap. */
export function isOfOneKind(record: PatientRecord, held: Observation): boolean {
  if (kindsOf(held.value.code).length < 2) return true;
  record.refuse(held, 'malformed', 'code');
  return false;
}

/** [P] A note by which it is none of hers, whatever its status says. */
const MISTAKEN =
  /(?<!\bnot )\b(?:entered|recorded|added|taken|filed) (?:in error|by mistake|on the wrong)\b|\bwrong (?:patient|resident|person)\b/i;

/** What is to be said beside an observation; a preliminary one, or one of unknown status, is unconfirmed. */
export function cautionsForObservation(held: Observation): Cautions {
  const cautions = cautionsFor(held);
  if (held.value.status === 'preliminary' || held.value.status === 'unknown') cautions.add('unconfirmed');
  if ((held.value.note ?? []).some(({ text }) => MISTAKEN.test(text ?? '')))
    cautions.add('mistaken-in-words');
  return cautions;
}

/** What the fact's own words tell already, and which part of the observation it is. */
interface ObservedParts extends Told {
  readonly part?: string;
  /** In the place of the observation's own notes. */
  readonly note?: readonly Annotation[];
}

/** What a fact from an observation carries. Call it last, as `fact`. */
export function observed(
  record: PatientRecord,
  held: Observation,
  cautions: Cautions,
  { part, note, ...told }: ObservedParts = {},
): Recorded {
  const on = effectiveOf(held, cautions);
  const details = detailsOf(record, held, cautions, told);
  const recorded = fact(record, held, cautions, {
    on,
    by: held.value.performer ?? [],
    ...(part === undefined ? {} : { part }),
    ...(note === undefined ? {} : { note }),
  });
  return details.length === 0 ? recorded : { ...recorded, details };
}

/** When it was true: by `effective`, and never by `issued`, which is when it was sent. */
export function effectiveOf({ value }: Observation, cautions: Set<Caution>): PartialDate | null {
  const { effectiveDateTime, effectiveInstant, effectivePeriod } = value;
  return firstDate(
    [effectiveDateTime, effectiveInstant, effectivePeriod?.end, effectivePeriod?.start],
    cautions,
  );
}
