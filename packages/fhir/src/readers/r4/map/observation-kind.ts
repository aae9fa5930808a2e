import type { Caution, PartialDate, Recorded } from '@ehch/clinical';
import { CFS_LEVELS, OBSERVATION_CODES, type ObservationKind } from '../../../codes/observation-codes.ts';
import { SNOMED } from '../../../codes/systems.ts';
import type { ConceptLike } from '../../../coding.ts';
import { firstDate } from '../../../dates.ts';
import { careFor, type Care } from '../care.ts';
import { fact } from '../fact.ts';
import { isHeld, type Held, type PatientRecord } from '../record.ts';
import { detailsOf, type Told } from './details.ts';

const KIND_OF = new Map<string, ObservationKind>([
  ...OBSERVATION_CODES.map(({ system, code, kind }) => [`${system}|${code}`, kind] as const),
  ...[...CFS_LEVELS.keys()].map((code) => [`${SNOMED}|${code}`, 'cfs'] as const),
]);

/** What an observation is about: the first of its codings that some section asks for. */
export function kindOf(code: ConceptLike | undefined): ObservationKind | null {
  for (const coding of code?.coding ?? []) {
    const kind = KIND_OF.get(`${coding.system ?? ''}|${coding.code ?? ''}`);
    if (kind !== undefined) return kind;
  }
  return null;
}

export type Observation = Held<'Observation'>;

/** Whether an observation was really made. */
export function isMade({ value }: Observation): boolean {
  return ['final', 'amended', 'corrected', 'preliminary', 'unknown'].includes(value.status);
}

/**
 * Whether it is about her: a `focus` on somebody else (R4: the donor, the unborn child) makes it another person's, though the
 * subject is she.
 */
function isAboutHer(record: PatientRecord, held: Observation): boolean {
  return (held.value.focus ?? []).every((focus) => {
    const target = record.resolve(focus, held);
    if (isHeld(target, 'Patient')) return true;
    return (
      !isHeld(target, 'RelatedPerson') && !/(^|\/)(Patient|RelatedPerson|Group)\//.test(focus.reference ?? '')
    );
  });
}

/** Sets aside what was not made, or is about somebody else. */
export function isHers(record: PatientRecord, held: Observation): boolean {
  if (!isAboutHer(record, held)) record.setAside(held, 'another-patient');
  else if (isMade(held)) return true;
  else record.setAside(held, 'not-happened');
  return false;
}

/** The observations of these kinds that were really made. The rest are set aside. */
export function observationsOf(
  record: PatientRecord,
  ...kinds: readonly ObservationKind[]
): readonly Observation[] {
  return record.all('Observation').filter((held) => {
    const kind = kindOf(held.value.code);
    return kind !== null && kinds.includes(kind) && isHers(record, held);
  });
}

/** What is to be said beside an observation; a preliminary one, or one of unknown status, is unconfirmed. */
export function careForObservation(held: Observation): Care {
  const care = careFor(held);
  if (held.value.status === 'preliminary' || held.value.status === 'unknown') care.add('unconfirmed');
  return care;
}

/** What a fact from an observation carries. Call it last, as `fact`. `told`: what its own words tell already. */
export function observed(record: PatientRecord, held: Observation, care: Care, told: Told = {}): Recorded {
  const on = effectiveOf(held, care);
  const details = detailsOf(record, held, care, told);
  const recorded = fact(record, held, care, { on, by: held.value.performer ?? [] });
  return details.length === 0 ? recorded : { ...recorded, details };
}

/** When it was true: by `effective`, and never by `issued`, which is when it was sent. */
export function effectiveOf({ value }: Observation, care: Set<Caution>): PartialDate | null {
  const { effectiveDateTime, effectiveInstant, effectivePeriod } = value;
  return firstDate([effectiveDateTime, effectiveInstant, effectivePeriod?.end, effectivePeriod?.start], care);
}
