import { defineInstrument } from '../../instrument.ts';
import type { ScoreResult } from '../../score.ts';
import { decimal, quotient, times } from '../exact-decimal.ts';
import { reachedIn, slipIn, type Reached } from '../assessed.ts';
import {
  measured,
  partsOf,
  questionLimits,
  WEIGHT_KG,
  weightQuestion,
  type MeasuredLimits,
} from '../measured.ts';
import { fieldsOf, type Given } from '../not-answered.ts';

/** Weight in kilograms and height in metres. */
export interface BmiInput extends Reached {
  readonly kg?: Given<number>;
  readonly heightM?: Given<number>;
  /** Whether a limb or part of one is missing. The number is then too low; it is not adjusted. */
  readonly amputation?: boolean | null;
  /** Whether there is fluid. The number is then too high; it is not adjusted. */
  readonly oedema?: boolean | null;
}

/** Height in metres. Plausible: clinical rule 1.12 [P]. A value beyond the outer pair [P] is in another unit. */
const HEIGHT_M: MeasuredLimits = { plausible: [1.2, 2.1], possible: [0.5, 3] };

/** The range that the limits of weight and height allow. */
const RANGE = [1.7, 1400] as const;

/**
 * Weight over height squared, to one decimal, rounded half up in decimal digits. Other rules use the number that is
 * shown [P]. It gives no band, because the cut-offs in use belong to MUST.
 *
 * Flags: `amputation`, `oedema`, and `implausible-`, `impossible-`, `unable-`… with the part.
 */
export function bmiOf(input: BmiInput): ScoreResult<never> {
  const given = fieldsOf(input);
  const weight = measured('kg', given['kg'], WEIGHT_KG);
  const height = measured('heightM', given['heightM'], HEIGHT_M);
  const parts = partsOf([weight, height]);
  const slip = slipIn(given, 'kg');
  const known = slip.length === 0 && weight.number !== null && height.number !== null;
  return {
    instrument: 'bmi',
    version: 'kg/m2-1',
    ...parts,
    status: slip.length > 0 ? 'invalid' : parts.status,
    total: known ? divide(weight.number, height.number) : null,
    range: RANGE,
    direction: 'none',
    band: null,
    flags: [...parts.flags, ...slip, ...['amputation', 'oedema'].filter((each) => given[each] === true)],
    ...reachedIn(given, 'kg'),
  };
}

export const bmi = defineInstrument({
  id: 'bmi',
  title: 'Body mass index',
  searchWords: ['weight', 'height', 'nutrition', 'underweight'],
  version: 'kg/m2-1',
  tier: 'A',
  // Both a low and a high number are a worry.
  direction: 'none',
  range: RANGE,
  unit: { kind: 'measure', text: 'kg/m²', code: 'kg/m2' },
  source: {
    citation: 'Arithmetic: kg / m².',
    licence: 'Arithmetic only.',
    notice: 'Nothing is adjusted for fluid or amputation.',
  },
  permission: { state: 'not-needed', because: 'Arithmetic is nobody’s.' },
  items: [
    weightQuestion('kg', 'Weight', 'weight'),
    {
      id: 'heightM',
      type: 'quantity',
      text: 'Height',
      units: [
        { code: 'm', text: 'm', factor: 1 },
        { code: 'cm', text: 'cm', factor: 0.01 },
        { code: '[in_i]', text: 'in', factor: 0.0254 },
      ],
      fact: 'height',
      ...questionLimits(HEIGHT_M),
    },
    { id: 'amputation', type: 'boolean', text: 'Amputation', optional: true },
    { id: 'oedema', type: 'boolean', text: 'Fluid (oedema)', optional: true },
  ],
  score: bmiOf,
});

function divide(kg: number, metres: number): number {
  const height = decimal(metres);
  return quotient(decimal(kg), times(height, height), 1);
}
