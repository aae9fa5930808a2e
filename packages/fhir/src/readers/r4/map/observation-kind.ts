import type { Caution, PartialDate, Recorded } from '@ehch/clinical';
import { CFS_LEVELS, OBSERVATION_CODES, type ObservationKind } from '../../../codes/observation-codes.ts';
import { SNOMED } from '../../../codes/systems.ts';
import type { ConceptLike } from '../../../coding.ts';
import { firstDate } from '../../../dates.ts';
import type { Annotation } from '../datatypes.ts';
import { fact } from '../fact.ts';
import type { Held, PatientRecord } from '../record.ts';

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
  return ['final', 'amended', 'corrected', 'preliminary'].includes(value.status);
}

/** The observations of these kinds that were really made. The rest are set aside. */
export function observationsOf(
  record: PatientRecord,
  ...kinds: readonly ObservationKind[]
): readonly Observation[] {
  return record.all('Observation').filter((held) => {
    const kind = kindOf(held.value.code);
    if (kind === null || !kinds.includes(kind)) return false;
    if (isMade(held)) return true;
    record.setAside(held, 'not-happened');
    return false;
  });
}

/** The cautions of an observation; a preliminary one is unconfirmed. */
export function careForObservation(held: Observation): Set<Caution> {
  const care = new Set(held.cautions);
  if (held.value.status === 'preliminary') care.add('unconfirmed');
  return care;
}

/** What a fact from an observation carries. Call it last, as `fact`. */
export function observed(
  record: PatientRecord,
  held: Observation,
  care: Set<Caution>,
  part?: string,
  note?: readonly Annotation[],
): Recorded {
  const on = effectiveOf(held, care);
  const by = held.value.performer ?? [];
  return fact(record, held, care, {
    on,
    by,
    ...(part === undefined ? {} : { part }),
    ...(note === undefined ? {} : { note }),
  });
}

/** When it was true: by `effective`, and never by `issued`, which is when it was sent. */
export function effectiveOf({ value }: Observation, care: Set<Caution>): PartialDate | null {
  const { effectiveDateTime, effectiveInstant, effectivePeriod } = value;
  return firstDate([effectiveDateTime, effectiveInstant, effectivePeriod?.end, effectivePeriod?.start], care);
}
