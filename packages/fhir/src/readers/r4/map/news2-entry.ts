import { precisionOf, type Caution, type Instant } from '@ehch/clinical';
import type { RecordedNews2 } from '../../../recorded-view.ts';
import { fact } from '../fact.ts';
import { isHeld, type PatientRecord } from '../record.ts';
import type { News2Set, TimedObservation } from './news2-sets.ts';
import { careForObservation, effectiveOf, type Observation } from './observation-kind.ts';
import { sentNews2 } from './sent-news2.ts';
import { vitalParts } from './vital-parts.ts';
import { nearestSet } from './news2-sets.ts';

/** A recorded total, with the raw parts that it names or that lie around it. */
export function fromTotal(
  record: PatientRecord,
  held: Observation,
  timed: readonly TimedObservation[],
): { readonly entry: RecordedNews2; readonly used: readonly Observation[] } {
  const care = careForObservation(held);
  const on = effectiveOf(held, care);
  const sent = sentNews2(held);
  const named = [...(held.value.derivedFrom ?? []), ...(held.value.hasMember ?? [])];
  const linked = named.map((reference) => record.resolve(reference, held));
  if (linked.includes(null)) care.add('reference-missing');
  const observations = linked.filter((one) => isHeld(one, 'Observation'));
  const raw = observations.length > 0 ? observations : nearestSet(timed, on);
  const read = partsOf(record, [held, ...raw], care);
  const { total } = sent;
  if (total !== null && (total < 0 || total > 20 || !Number.isInteger(total))) care.add('implausible');
  const recorded = fact(record, held, care, { on, by: held.value.performer ?? [] });
  return { used: [held, ...raw], entry: { ...recorded, ...read, sent } };
}

/** An entry from raw observations of one set that nobody added up. */
export function fromSet(record: PatientRecord, { observations, on }: News2Set): RecordedNews2 {
  const [first] = observations;
  const care = new Set<Caution>();
  const read = partsOf(record, observations, care);
  for (const held of observations) record.show(held, 'news2');
  return {
    ...fact(record, first, care, { on, by: first.value.performer ?? [], part: 'set' }),
    ...read,
    sent: null,
  };
}

function partsOf(
  record: PatientRecord,
  observations: readonly Observation[],
  care: Set<Caution>,
): Pick<RecordedNews2, 'parts' | 'times' | 'born'> {
  const parts: Record<string, unknown> = {};
  const times: Record<string, Instant> = {};
  for (const held of observations) {
    for (const caution of careForObservation(held)) care.add(caution);
    const at = effectiveOf(held, care);
    for (const [part, value] of Object.entries(vitalParts(held.value, care))) {
      if (part in parts) continue;
      parts[part] = value;
      if (at !== null && precisionOf(at) === 'moment') times[part] = at;
    }
  }
  return { parts, times, born: record.patient?.value.birthDate ?? null };
}
