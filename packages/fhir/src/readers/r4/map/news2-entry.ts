import {
  ageInYears,
  civilDayOf,
  precisionOf,
  scoreNews2,
  type Caution,
  type Instant,
  type News2Entry,
  type News2Result,
  type PartialDate,
  type ScoreResult,
} from '@ehch/clinical';
import { fact } from '../fact.ts';
import { isHeld, type PatientRecord } from '../record.ts';
import type { News2Set, TimedObservation } from './news2-sets.ts';
import { careForObservation, effectiveOf, type Observation } from './observation-kind.ts';
import { importedNews2, sentNews2, sumOf, type SentNews2 } from './sent-news2.ts';
import { vitalParts } from './vital-parts.ts';
import { nearestSet } from './news2-sets.ts';

/**
 * An entry from a recorded total. Where the raw parts make a complete set, the score is computed from them, and a total
 * that says otherwise stands beside it: UK Core's own example has a 6 whose parts give 5.
 */
export function fromTotal(
  record: PatientRecord,
  held: Observation,
  timed: readonly TimedObservation[],
): { readonly entry: News2Entry; readonly used: readonly Observation[] } {
  const care = careForObservation(held);
  const on = effectiveOf(held, care);
  const sent = sentNews2(held);
  const named = [...(held.value.derivedFrom ?? []), ...(held.value.hasMember ?? [])];
  const linked = named.map((reference) => record.resolve(reference, held));
  if (linked.includes(null)) care.add('reference-missing');
  const observations = linked.filter((one) => isHeld(one, 'Observation'));
  const raw = observations.length > 0 ? observations : nearestSet(timed, on);
  const computed = scoreOf(record, [held, ...raw], sent.scale, on, care);
  const isComputed = computed.status === 'complete' || computed.status === 'not-applicable';
  const imported = importedNews2(sent);
  // A score never lowers concern: points that are known are not dropped for a lower total.
  const isPassed = (computed.atLeast ?? 0) > (imported.total ?? imported.atLeast ?? 0);
  const score = isComputed || !hasTotal(sent) || isPassed ? computed : imported;
  if (sent.total !== null && (sent.total < 0 || sent.total > 20 || !Number.isInteger(sent.total)))
    care.add('implausible');
  const flags = sent.bothScales ? [...new Set([...score.flags, 'both-spo2-scales'])] : score.flags;
  return {
    used: [held, ...raw],
    entry: {
      ...fact(record, held, care, { on, by: held.value.performer ?? [] }),
      score: { ...score, flags },
      importedTotal: sent.total,
      disagrees: disagrees(sent, score, computed),
    },
  };
}

/** An entry from raw observations of one set that nobody added up. */
export function fromSet(record: PatientRecord, { observations, on }: News2Set): News2Entry {
  const [first] = observations;
  const care = new Set<Caution>();
  const score = scoreOf(record, observations, null, on, care);
  for (const held of observations) record.show(held, 'news2');
  return {
    ...fact(record, first, care, { on, by: first.value.performer ?? [], part: 'set' }),
    score,
    importedTotal: null,
    disagrees: false,
  };
}

function scoreOf(
  record: PatientRecord,
  observations: readonly Observation[],
  scale: 1 | 2 | null,
  on: PartialDate | null,
  care: Set<Caution>,
): News2Result {
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
  const born = record.patient?.value.birthDate ?? null;
  const day = civilDayOf(on);
  const ageYears = born === null || day === null ? null : ageInYears(born, day);
  return scoreNews2({ ...parts, scale, ageYears, times, source: 'imported' });
}

function hasTotal({ total }: SentNews2): boolean {
  return total !== null;
}

/** The total differs from its own sub-scores, from its raw parts, or from what is shown because of them. */
function disagrees(sent: SentNews2, shown: ScoreResult, computed: News2Result): boolean {
  if (sent.total === null) return false;
  const sum = sumOf(sent);
  if (sum !== null && sum !== sent.total) return true;
  if (computed.status === 'complete') return computed.total !== sent.total;
  return shown.atLeast !== undefined;
}
