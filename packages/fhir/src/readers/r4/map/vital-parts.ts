import type { Caution } from '@ehch/clinical';
import { ACVPU_VALUES, ON_OXYGEN, ROOM_AIR } from '../../../codes/acvpu.ts';
import { SNOMED } from '../../../codes/systems.ts';
import type { VitalKind } from '../../../codes/observation-codes.ts';
import { codesIn, type ConceptLike } from '../../../coding.ts';
import type { Acvpu, VitalParts } from '../../../recorded-view.ts';
import type { Quantity } from '../datatypes.ts';
import { kindOf } from './observation-kind.ts';
import { CELSIUS, convert, plainNumber } from './quantity.ts';

/** What one observation, or one component of it, holds. */
export interface Valued {
  readonly code?: ConceptLike | undefined;
  readonly valueQuantity?: Quantity | undefined;
  readonly valueInteger?: number | undefined;
  readonly valueCodeableConcept?: ConceptLike | undefined;
  readonly valueBoolean?: boolean | undefined;
}

const PER_MINUTE = /(\/ ?min(ute)?|per minute|bpm)$/i;
const MILLIMETRES_OF_MERCURY = /^(mm\[Hg\]|mm ?Hg|millimet(er|re)s? of mercury)$/i;

/** The parts that are plain numbers, each with the units in which it is one. */
const UNITS = {
  rr: PER_MINUTE,
  pulse: PER_MINUTE,
  spo2: /^(%|per ?cent(age)?|% O2)$/i,
  sbp: MILLIMETRES_OF_MERCURY,
  dbp: MILLIMETRES_OF_MERCURY,
} as const;

/** The raw NEWS2 parts in an observation and its components. A part that cannot be read for certain is left out. */
export function vitalParts(
  observation: Valued & { readonly component?: readonly Valued[] | undefined },
  care: Set<Caution>,
): VitalParts {
  const parts = [observation, ...(observation.component ?? [])].map((valued) => onePart(valued, care));
  return Object.assign({}, ...parts.toReversed()) as VitalParts;
}

function onePart(valued: Valued, care: Set<Caution>): VitalParts {
  const kind = kindOf(valued.code);
  switch (kind) {
    case 'rr':
    case 'pulse':
    case 'spo2':
    case 'sbp':
    case 'dbp':
      return some(kind, plainNumber(valued.valueQuantity, UNITS[kind]) ?? valued.valueInteger);
    case 'temp':
      return some(kind, convert(valued.valueQuantity, CELSIUS, 1, care));
    case 'acvpu':
      return some(kind, acvpuOf(valued.valueCodeableConcept));
    case 'oxygen':
      return some(kind, oxygenOf(valued));
    default:
      return {};
  }
}

function some<K extends keyof VitalParts>(part: K, value: VitalParts[K] | null | undefined): VitalParts {
  return value === null || value === undefined ? {} : { [part]: value };
}

function acvpuOf(concept: ConceptLike | undefined): Acvpu | null {
  const levels = new Set(codesIn(concept, SNOMED).flatMap((code) => ACVPU_VALUES.get(code) ?? []));
  return levels.size === 1 ? ([...levels][0] ?? null) : null;
}

/** UK Core puts the answer into the code; others put it into the value. "Not on room air" leaves open what else. */
function oxygenOf({ code, valueCodeableConcept, valueBoolean }: Valued): boolean | null {
  const codes = [...codesIn(code, SNOMED), ...codesIn(valueCodeableConcept, SNOMED)];
  const [air, oxygen] = [codes.includes(ROOM_AIR), codes.includes(ON_OXYGEN)];
  if (air === oxygen) return null;
  if (valueBoolean === false) return oxygen ? false : null;
  return oxygen;
}

/** The kinds of observation that hold a NEWS2 part. */
export const VITAL_KINDS: readonly VitalKind[] = [
  'rr',
  'spo2',
  'oxygen',
  'sbp',
  'dbp',
  'bp',
  'pulse',
  'acvpu',
  'temp',
];
