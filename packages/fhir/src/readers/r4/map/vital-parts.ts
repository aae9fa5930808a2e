import type { Caution } from '@ehch/clinical';
import { NEWS2_LIMITS } from '@ehch/clinical/instruments';
import { INHALED_FLOW, ON_OXYGEN, ROOM_AIR } from '../../../codes/acvpu.ts';
import { LOINC, SNOMED } from '../../../codes/systems.ts';
import type { VitalKind } from '../../../codes/observation-codes.ts';
import { codesIn, conceptWords } from '../../../coding.ts';
import type { VitalParts } from '../../../recorded-view.ts';
import type { Quantity } from '../datatypes.ts';
import { answerTo, whyAbsent } from './absent-reason.ts';
import { acvpuOf } from './consciousness.ts';
import { kindOf } from './kind-of-code.ts';
import {
  CELSIUS,
  convert,
  MILLIMETRES_OF_MERCURY,
  PER_MINUTE,
  PERCENT,
  plainNumber,
  quantityInText,
  unitsConflict,
} from './quantity.ts';
import { otherTitle } from './title-beside.ts';
import { plainTextOf, valuedIn, valueWords, type Valued } from './value-words.ts';

/** The parts that are plain numbers, each with its units. */
const UNITS = {
  rr: PER_MINUTE,
  pulse: PER_MINUTE,
  spo2: PERCENT,
  usualSpo2: PERCENT,
  sbp: MILLIMETRES_OF_MERCURY,
  dbp: MILLIMETRES_OF_MERCURY,
} as const;

/**
 * The raw NEWS2 parts in an observation and its components. A part that cannot be read with certainty is left
 * out.
 */
export function vitalParts(
  observation: Valued & { readonly component?: readonly Valued[] | undefined },
  cautions: Set<Caution>,
): VitalParts {
  const parts = valuedIn(observation).map((valued) => vitalPart(valued, cautions));
  return together(parts, cautions);
}

/** Parts of one reading combined. A part with two different values counts as none. */
export function together(parts: readonly VitalParts[], cautions: Set<Caution>): VitalParts {
  const values = Map.groupBy(
    parts.flatMap((part) => Object.entries(part)),
    ([name]) => name,
  );
  const single = [...values].flatMap(([name, found]) => {
    const [value, ...more] = new Set(found.map(([, each]) => each));
    if (more.length > 0) cautions.add('contradicts-itself');
    return more.length > 0 ? [] : [[name, value] as const];
  });
  return Object.fromEntries(single);
}

/** The part that one observation or component holds; at most one. */
export function vitalPart(valued: Valued, cautions: Set<Caution>): VitalParts {
  const kind = kindOf(valued.code);
  // A value beside a reason for its absence must not be scored.
  if (kind === null || whyAbsent(valued) !== null) return {};
  // With the code for a pulse and the title of a respiration rate, it is neither.
  if (otherTitle(valued.code) !== null) {
    cautions.add('contradicts-itself');
    return {};
  }
  const quantity = valued.valueQuantity ?? quantityInText(valued.valueString);
  if (quantity !== undefined && unitsConflict(quantity)) {
    cautions.add('unit-conflict');
    return {};
  }
  switch (kind) {
    case 'spo2':
    case 'usualSpo2':
      return some(
        kind,
        plainNumber(quantity, UNITS[kind]) ?? ofOne(quantity, cautions) ?? valued.valueInteger,
      );
    case 'rr':
    case 'pulse':
    case 'sbp':
    case 'dbp':
      return some(kind, plainNumber(quantity, UNITS[kind]) ?? valued.valueInteger);
    case 'temp':
      return some(kind, convert(quantity, CELSIUS, 1, cautions));
    case 'acvpu':
      return some(kind, acvpuOf(valued, cautions));
    case 'oxygen':
      return some(kind, oxygenOf(valued, cautions));
    default:
      return {};
  }
}

/** Lowest and highest plausible values, in the units of NEWS2. */
const PLAUSIBLE = {
  rr: NEWS2_LIMITS.rr.plausible,
  spo2: NEWS2_LIMITS.spo2.plausible,
  usualSpo2: NEWS2_LIMITS.spo2.plausible,
  sbp: NEWS2_LIMITS.sbp.plausible,
  // [P] NEWS2 does not use the diastolic pressure, so it has no limits for it.
  dbp: [20, 200],
  pulse: NEWS2_LIMITS.pulse.plausible,
  temp: NEWS2_LIMITS.temp.plausible,
} as const;

/**
 * Whether every value is within the limits of NEWS2's parts. Values outside are shown as recorded, with a
 * caution.
 */
export function isPlausible(parts: VitalParts): boolean {
  const { sbp, dbp } = parts;
  // "70 over 120" has its numbers the wrong way round.
  if (sbp !== undefined && dbp !== undefined && sbp <= dbp) return false;
  return Object.entries(PLAUSIBLE).every(([part, [low, high]]) => {
    const value = parts[part as keyof typeof PLAUSIBLE];
    return value === undefined || (value >= low && value <= high);
  });
}

function some<K extends keyof VitalParts>(part: K, value: VitalParts[K] | null | undefined): VitalParts {
  return value === null || value === undefined ? {} : { [part]: value };
}

/** UCUM's unit `1` is a fraction: 0.95 is 95 %. */
function ofOne(quantity: Quantity | undefined, cautions: Set<Caution>): number | null {
  const isFraction = quantity?.code === '1' || (quantity?.code === undefined && quantity?.unit === '1');
  if (!isFraction || quantity?.comparator !== undefined) return null;
  const value = quantity?.value ?? -1;
  if (value <= 0 || value > 1) return null;
  cautions.add('converted');
  return Math.round(value * 1000) / 10;
}

/**
 * Whether the resident is on oxygen. UK Core puts the answer into the code, others into the value. `null`:
 * "not on room air" leaves open what else.
 */
function oxygenOf(valued: Valued, cautions: Set<Caution>): boolean | null {
  const codes = [...codesIn(valued.code, SNOMED), ...codesIn(valued.valueCodeableConcept, SNOMED)];
  const [air, oxygen] = [codes.includes(ROOM_AIR), codes.includes(ON_OXYGEN)];
  if (!air && !oxygen) return oxygenInWords(valued);
  if (air === oxygen) return null;
  const title = conceptWords(valued.code, new Set()) ?? '';
  // With the code for room air and the title "on 2 L oxygen", the words are shown and nothing is scored.
  if (air ? /\b(oxygen|O2|litres?)\b/i.test(title) && !/\bair\b/i.test(title) : /\broom air\b/i.test(title)) {
    cautions.add('contradicts-itself');
    return null;
  }
  switch (answerTo(valued)) {
    case 'stands':
      return isPlainAnswer(valued) || (oxygen && isFlow(valued)) ? oxygen : null;
    case 'denied':
      return oxygen ? false : null;
    case 'not-known':
      return null;
  }
}

/**
 * Whether nothing qualifies the code: there is no value, or it is yes, or it repeats the code. "On oxygen:
 * weaned off today" is for a person to read.
 */
function isPlainAnswer(valued: Valued): boolean {
  const said = valueWords(valued, new Set());
  const isCoded = codesIn(valued.valueCodeableConcept, SNOMED).some((code) =>
    [ROOM_AIR, ON_OXYGEN].includes(code),
  );
  return (
    said === null ||
    isCoded ||
    valued.valueBoolean === true ||
    /^(yes|true|present)$/i.test(plainTextOf(said))
  );
}

/**
 * Whether the resident is on oxygen, where no code of UK Core says so: by how much is given, or by a plain answer to a title
 * that asks for the one alone. Everything else is shown, and a person reads it.
 */
function oxygenInWords(valued: Valued): boolean | null {
  const title = conceptWords(valued.code, new Set()) ?? '';
  const isInhaled = codesIn(valued.code, LOINC).includes(INHALED_FLOW);
  const said = valueWords(valued, new Set());
  if (
    isFlow(valued) &&
    (isInhaled ||
      /\bl(?:it(?:re|er)s?)?\b|\bfio2\b|\binspired\b|\binhaled\b/i.test(`${title} ${unitOf(valued)}`))
  )
    return true;
  if (isInhaled || said === null) return null;
  if (/^(?:on |breathing )?(?:room )?air$/i.test(plainTextOf(said))) return false;
  const [asksAir, asksOxygen] = [/\bair\b/i.test(title), /\boxygen\b|\bo2\b/i.test(title)];
  if (asksAir === asksOxygen) return null;
  const answer = answerTo(valued);
  if (answer === 'denied') return asksOxygen ? false : null;
  return answer === 'stands' && isPlainAnswer(valued) ? asksOxygen : null;
}

function unitOf({ valueQuantity }: Valued): string {
  return valueQuantity?.unit ?? valueQuantity?.code ?? '';
}

/** Whether the value is a flow in litres per minute, or a percentage above the 21 % of air. */
function isFlow({ valueQuantity }: Valued): boolean {
  const { value, comparator, unit, code } = valueQuantity ?? {};
  const least = PERCENT.test(unit ?? code ?? '') ? 21 : 0;
  return value !== undefined && comparator === undefined && value > least;
}

/** Kinds of observation with a NEWS2 part. */
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
