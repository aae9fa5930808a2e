import { precisionOf, type Instant, type PartialDate } from '@ehch/clinical/time';
import type { ObservationKind } from '../../../codes/observation-codes.ts';
import type { RecordedNews2, SentNews2 } from '../../../recorded-view.ts';
import { Cautions } from '../cautions.ts';
import { fact } from '../fact.ts';
import { isHeld, type PatientRecord } from '../record.ts';
import { isMade, whyAbsent } from './absent-reason.ts';
import { detailsOf } from './details.ts';
import { nearestSet, type News2Set, type TimedObservation } from './news2-sets.ts';
import { kindOf } from './kind-of-code.ts';
import { cautionsForObservation, effectiveOf, observed, type Observation } from './observation-kind.ts';
import { areOfOneTime } from './of-one-time.ts';
import { saysOnlyPoints } from './points.ts';
import { hasDisputedSubscores, isSubscore, isSubscoreTaken, mayBePoints, sentNews2 } from './sent-news2.ts';
import { VITAL_KINDS, vitalPart, vitalParts } from './vital-parts.ts';
import { valueWords, type Valued } from './value-words.ts';

/** A recorded NEWS2 total, and the observations that it used. */
export interface FromTotal {
  readonly held: Observation;
  readonly entry: RecordedNews2;
  readonly used: readonly Observation[];
}

/** An entry for a recorded total, with the raw parts that it names or that are near it in time. */
export function fromTotal(
  record: PatientRecord,
  held: Observation,
  timed: readonly TimedObservation[],
): FromTotal {
  const cautions = cautionsForObservation(held);
  const on = effectiveOf(record, held, cautions);
  const named = [...(held.value.derivedFrom ?? []), ...(held.value.hasMember ?? [])];
  const linked = named.map((reference) => record.resolve(reference, held));
  if (linked.includes(null)) cautions.add('reference-missing');
  const observations = linked
    .filter((one) => isHeld(one, 'Observation'))
    .filter(({ value }) => isMade(value));
  const sent = sentNews2(held, observations);
  const raw = observations.length > 0 ? observations : nearestSet(timed, on);
  const component = (held.value.component ?? []).filter((one) => !mayBePoints(one));
  const measured = { ...held, value: { ...held.value, component } };
  const read = partsOf(record, [measured, ...raw], cautions);
  if (hasDisputedSubscores(held, observations)) cautions.add('contradicts-itself');
  const { total } = sent;
  if (total !== null && (total < 0 || total > 20 || !Number.isInteger(total))) cautions.add('implausible');
  const told = {
    value: isTotalTold(held, sent),
    component: (one: Valued) =>
      isSubscore(one) && valueWords(one, new Set()) !== null
        ? isSubscoreTaken(one, held, observations)
        : !mayBePoints(one) && isRead(one),
    links: linked.every((one) => isHeld(one, 'Observation')),
  };
  return { held, used: [held, ...raw], entry: { ...observed(record, held, cautions, told), ...read, sent } };
}

/** Whether an entry holds anything: a total, a sub-score or a raw part. */
export function saysAnything({ sent, parts }: RecordedNews2): boolean {
  const { total, subscores } = sent ?? { total: null, subscores: {} };
  return total !== null || Object.keys({ ...subscores, ...parts }).length > 0;
}

/** An entry from the raw observations of one set that nobody added up. */
export function fromSet(record: PatientRecord, { observations, on, key }: News2Set): RecordedNews2 {
  const [first] = observations;
  const cautions = new Cautions();
  for (const held of observations) cautions.leaveFrom(held);
  const read = partsOf(record, observations, cautions);
  for (const held of observations) record.show(held, 'news2');
  const details = observations.flatMap((held) =>
    detailsOf(record, held, cautions, { value: isTold(held), component: isPart }),
  );
  const note = observations.flatMap(({ value }) => value.note ?? []);
  const recorded = fact(record, first, cautions, { on, by: first.value.performer ?? [], note });
  return {
    ...recorded,
    id: `${key}#set`,
    ...(details.length > 0 && { details: [...new Set(details)] }),
    ...read,
    sent: null,
  };
}

/**
 * Whether the words of the entry already state the total. A total that is no single number of points is still
 * shown, because somebody wrote it.
 */
function isTotalTold({ value }: Observation, { total }: SentNews2): boolean {
  return total === null ? valueWords(value, new Set()) === null : saysOnlyPoints(value);
}

/**
 * Whether the words of a set state this observation's value. The value of a panel whose code no section knows
 * is not among them.
 */
function isTold({ value }: Observation): boolean {
  return kindOf(value.code) !== null || valueWords(value, new Set()) === null;
}

function isPart(component: Valued): boolean {
  const kinds: readonly (ObservationKind | null)[] = VITAL_KINDS;
  return isSubscore(component) || kinds.includes(kindOf(component.code));
}

/**
 * Whether a component was read. An unread part of the total is shown beside it, because "missing" alone could
 * hide that the resident is not alert.
 */
function isRead(component: Valued): boolean {
  if (!isPart(component)) return false;
  // The reason for a missing measurement is shown nowhere else.
  if (valueWords(component, new Set()) === null) return whyAbsent(component) === null;
  return Object.keys(vitalPart(component, new Set())).length > 0;
}

function partsOf(
  record: PatientRecord,
  observations: readonly Observation[],
  cautions: Cautions,
): Pick<RecordedNews2, 'parts' | 'times' | 'born'> {
  const parts: Record<string, unknown> = {};
  const times: Record<string, Instant> = {};
  const takenOn: Record<string, PartialDate | null> = {};
  const disputed = new Set<string>();
  for (const held of observations) {
    for (const caution of cautionsForObservation(held)) cautions.add(caution);
    const at = effectiveOf(record, held, cautions);
    const { usualSpo2: _usual, ...read } = vitalParts(held.value, cautions);
    for (const [part, value] of Object.entries(read)) {
      // The first reading of a part counts, in the order that the caller chose.
      if (part in parts) {
        // Two different pulses of the same moment: neither counts, and the score is incomplete.
        if (parts[part] !== value && areOfOneTime({ on: takenOn[part] ?? null }, { on: at }))
          disputed.add(part);
        continue;
      }
      parts[part] = value;
      takenOn[part] = at;
      if (at !== null && precisionOf(at) === 'moment') times[part] = at;
    }
  }
  for (const part of disputed) {
    cautions.add('contradicted');
    delete parts[part];
    delete times[part];
  }
  return { parts, times, born: record.patient?.value.birthDate ?? null };
}
