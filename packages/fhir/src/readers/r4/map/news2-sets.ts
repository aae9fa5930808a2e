import { NEWS2_SET_WINDOW_MS } from '@ehch/clinical/instruments';
import { precisionOf, readInstant, type PartialDate } from '@ehch/clinical/time';
import type { PatientRecord } from '../record.ts';
import { isMade } from './absent-reason.ts';
import { isAfterGettingUp } from './body-position.ts';
import { kindOf } from './kind-of-code.ts';
import { effectiveOf, type Observation } from './observation-kind.ts';
import { byKey, vitalObservations } from './vital-observations.ts';
import { vitalParts } from './vital-parts.ts';

/** [P] With fewer parts than this, the observations are single ones, and nobody meant them as a score. */
const FEWEST_PARTS = 4;

/** Raw observations that belong to one NEWS2 set. */
export interface News2Set {
  readonly observations: readonly [Observation, ...Observation[]];
  readonly on: PartialDate;
  /** Names the set, in whatever order the server sent its observations. */
  readonly key: string;
}

/** A raw observation with its time in milliseconds. */
export interface TimedObservation {
  readonly held: Observation;
  readonly on: PartialDate;
  readonly ms: number;
}

/** Sets of raw observations that no recorded total has used. */
export function setsWithoutTotal(
  raw: readonly TimedObservation[],
  used: ReadonlySet<Observation>,
): readonly News2Set[] {
  return grouped(raw.filter(({ held }) => !used.has(held))).flatMap((group): readonly News2Set[] => {
    const [first, ...rest] = group;
    if (first === undefined || partsIn(group) < FEWEST_PARTS) return [];
    const on = group.at(-1)?.on ?? first.on;
    return [{ observations: [first.held, ...rest.map(({ held }) => held)], on, key: keyOf(group) }];
  });
}

/** The raw observations close to a moment, nearest first, for a total that names none. */
export function nearestSet(raw: readonly TimedObservation[], on: PartialDate | null): readonly Observation[] {
  const at = on === null ? null : readInstant(on);
  if (at === null) return [];
  return raw
    .filter(({ ms }) => Math.abs(ms - at) <= NEWS2_SET_WINDOW_MS)
    .toSorted((a, b) => Math.abs(a.ms - at) - Math.abs(b.ms - at) || byKey(a.held, b.held))
    .map(({ held }) => held);
}

/**
 * The raw observations of vital signs with a known moment, oldest first. A date without a time cannot put an
 * observation into a set.
 */
export function rawObservations(record: PatientRecord): readonly TimedObservation[] {
  return vitalObservations(record)
    .filter(({ value }) => isMade(value))
    .filter(({ value }) => kindOf(value.code) !== 'usualSpo2')
    .filter((held) => !isAfterGettingUp(held))
    .flatMap((held): readonly TimedObservation[] => {
      const on = effectiveOf(record, held, new Set());
      const ms = on !== null && precisionOf(on) === 'moment' ? readInstant(on) : null;
      return on === null || ms === null ? [] : [{ held, on, ms }];
    })
    .toSorted((a, b) => a.ms - b.ms || byKey(a.held, b.held));
}

function keyOf(group: readonly TimedObservation[]): string {
  return group.map(({ held }) => held.key).toSorted()[0] ?? '';
}

/** Observations belong to one set while they lie within the window after its first one. */
function grouped(rows: readonly TimedObservation[]): readonly (readonly TimedObservation[])[] {
  const groups: TimedObservation[][] = [];
  for (const row of rows) {
    const open = groups.at(-1);
    const start = open?.[0];
    if (open === undefined || start === undefined || row.ms - start.ms > NEWS2_SET_WINDOW_MS)
      groups.push([row]);
    else open.push(row);
  }
  return groups;
}

function partsIn(group: readonly TimedObservation[]): number {
  const parts = group.flatMap(({ held }) => Object.keys(vitalParts(held.value, new Set())));
  return new Set(parts.filter((part) => part !== 'dbp')).size;
}
