import { defineInstrument } from '../../instrument.ts';
import type { ScoreResult } from '../../score.ts';
import { civilDayOf } from '../../time/partial-date.ts';
import type { CivilDate } from '../../time/types.ts';
import { assessedIn, type Assessed } from '../assessed.ts';
import { decimal, quotient, times } from '../exact-decimal.ts';
import {
  measured,
  partsOf,
  questionLimits,
  WEIGHT_KG,
  weightQuestion,
  type Measured,
  type MeasuredLimits,
} from '../measured.ts';
import { fieldsOf, whyNot, type Given } from '../not-answered.ts';
import { olderThanMonths } from './older-than-months.ts';

/** Age, weight in kg, sex and creatinine in µmol/L, with the facts that limit the formula. */
export interface CockcroftGaultInput extends Assessed {
  /** Completed years on the day of the sample. */
  readonly ageYears?: Given<number>;
  readonly kg?: Given<number>;
  /** The sex that the laboratory used for the value. `other` and `unknown` give no result. */
  readonly sex?: Given<'male' | 'female' | 'other' | 'unknown'>;
  readonly creatinineUmolL?: Given<number>;
  readonly weightKind?: 'actual' | 'ideal' | 'adjusted' | null;
  readonly weightOn?: CivilDate | null;
  readonly creatinineOn?: CivilDate | null;
  /** The day to which the two dates are compared. Defaults to the day of `assessedAt`. */
  readonly asOf?: CivilDate | null;
  /** Whether kidney function is changing quickly. */
  readonly acuteChange?: boolean | null;
  readonly dialysis?: boolean | null;
}

export interface CockcroftGaultOptions {
  /** The place's lowest creatinine, such as 60 in the frail. A flag says so whenever it is used. */
  readonly creatinineFloorUmolL?: number;
}

/** Creatinine clearance in mL/min. `reason` says why the formula does not apply. */
export interface CockcroftGaultResult extends ScoreResult<never> {
  readonly reason?: 'acute-change' | 'dialysis' | 'age-under-18';
}

/** NHSGGC: for creatinine in µmol/L. */
const FACTOR = { male: 1.23, female: 1.04 } as const;

/** [P] The outer pair. Under 18 the result says that the formula does not apply. */
const AGE: MeasuredLimits = { plausible: [18, 110], possible: [0, 120], whole: true };

/**
 * Plausible: clinical rule 1.12 [P]. [P] Below 20 there is no result: a value in mg/dL would give 88 times too much.
 */
const CREATININE: MeasuredLimits = { plausible: [20, 1500], possible: [20, 3000] };

/** The range that the limits allow. */
const RANGE = [0, 2626.1] as const;

/**
 * Estimated creatinine clearance (Cockcroft and Gault 1976) in ml/min, not indexed, to one decimal, rounded half up.
 * It is not an eGFR, and never stands in one column with it.
 *
 * Flags: `creatinine-perhaps-mg-dl`, `creatinine-floored`, `weight-kind-not-stated`, `weight-date-not-stated`,
 * `weight-over-3-months`, `creatinine-date-not-stated`, `creatinine-over-12-months`.
 */
export function cockcroftGaultOf(
  input: CockcroftGaultInput,
  options?: CockcroftGaultOptions,
): CockcroftGaultResult {
  const given = fieldsOf(input);
  const floor = measured('floor', fieldsOf(options)['creatinineFloorUmolL'], CREATININE).number;
  const age = measured('ageYears', given['ageYears'], AGE);
  const weight = measured('kg', given['kg'], WEIGHT_KG);
  const creatinine = measured('creatinineUmolL', given['creatinineUmolL'], CREATININE);
  const factor = factorOf(given['sex']);
  const parts = partsOf([age, weight, factor, creatinine]);
  const reason = notFor(given, age.number);
  const floored = creatinine.number !== null && floor !== null && creatinine.number < floor;
  const used = floored ? floor : creatinine.number;
  const total =
    reason !== null || age.number === null || weight.number === null || used === null
      ? null
      : clearance(age.number, weight.number, factor.number, used);
  return {
    instrument: 'cockcroft-gault',
    version: 'umol-1.23-1.04',
    ...parts,
    status: reason === null ? parts.status : 'not-applicable',
    total,
    range: RANGE,
    direction: 'lower-worse',
    band: null,
    flags: [
      ...parts.flags,
      ...(perhapsMgDl(given['creatinineUmolL']) ? ['creatinine-perhaps-mg-dl'] : []),
      ...(floored ? ['creatinine-floored'] : []),
      ...(total === null ? [] : cautions(given)),
    ],
    ...assessedIn(given),
    ...(reason === null ? {} : { reason }),
  };
}

export const cockcroftGault = defineInstrument({
  id: 'cockcroft-gault',
  title: 'Estimated creatinine clearance, ml/min, not indexed',
  searchWords: ['kidney', 'renal', 'creatinine', 'crcl', 'clearance', 'egfr', 'doac dose'],
  version: 'umol-1.23-1.04',
  tier: 'A',
  direction: 'lower-worse',
  range: RANGE,
  unit: { kind: 'measure', text: 'mL/min', code: 'mL/min' },
  source: {
    citation: 'Cockcroft and Gault 1976, Nephron 16:31-41; factors for µmol/L as NHSGGC.',
    doi: '10.1159/000180580',
    licence: 'Arithmetic only.',
    notice: 'Not valid while kidney function changes quickly, nor on dialysis. It is not an eGFR.',
  },
  permission: { state: 'not-needed', because: 'Arithmetic is nobody’s.' },
  items: [
    {
      id: 'ageYears',
      type: 'integer',
      text: 'Age on the day of the sample',
      fact: 'age-years',
      ...questionLimits(AGE),
    },
    {
      id: 'sex',
      type: 'choice',
      text: 'Sex that the laboratory used',
      fact: 'laboratory-sex',
      options: [
        { value: 'male', text: 'Male' },
        { value: 'female', text: 'Female' },
        { value: 'unknown', text: 'Not known' },
      ],
    },
    weightQuestion('kg', 'Weight', 'weight'),
    {
      id: 'weightKind',
      type: 'choice',
      text: 'Which weight',
      options: [
        { value: 'actual', text: 'Actual' },
        { value: 'ideal', text: 'Ideal' },
        { value: 'adjusted', text: 'Adjusted' },
      ],
    },
    { id: 'weightOn', type: 'date', text: 'Weighed on', past: true, dayOf: ['kg'], fact: 'weight-date' },
    {
      id: 'creatinineUmolL',
      type: 'quantity',
      text: 'Creatinine',
      // Clinical rule 1.7: 1 mg/dL is 88.4 µmol/L.
      units: [
        { code: 'umol/L', text: 'µmol/L', factor: 1 },
        { code: 'mg/dL', text: 'mg/dL', factor: 88.4 },
      ],
      ...questionLimits(CREATININE),
    },
    {
      id: 'creatinineOn',
      type: 'date',
      text: 'Sample taken on',
      past: true,
      dayOf: ['creatinineUmolL'],
    },
    { id: 'acuteChange', type: 'boolean', text: 'Kidney function changing quickly' },
    { id: 'dialysis', type: 'boolean', text: 'On dialysis' },
  ],
  score: cockcroftGaultOf,
});

function clearance(age: number, kg: number, factor: number | null, creatinine: number): number | null {
  if (factor === null) return null;
  return quotient(times(decimal(140 - age), decimal(kg), decimal(factor)), decimal(creatinine), 1);
}

/** The factor of a sex as a part of its own, so that it can be missing, refused or impossible like the others. */
function factorOf(sex: unknown): Measured {
  if (sex === 'male' || sex === 'female') return { id: 'sex', value: sex, number: FACTOR[sex], flag: null };
  const flag = sex === 'other' || sex === 'unknown' ? null : whyNot('sex', sex);
  return { id: 'sex', value: sex ?? null, number: null, flag };
}

function notFor(
  given: Readonly<Record<string, unknown>>,
  age: number | null,
): NonNullable<CockcroftGaultResult['reason']> | null {
  if (given['acuteChange'] === true) return 'acute-change';
  if (given['dialysis'] === true) return 'dialysis';
  return age !== null && age < 18 ? 'age-under-18' : null;
}

function perhapsMgDl(creatinine: unknown): boolean {
  return typeof creatinine === 'number' && creatinine > 0 && creatinine < CREATININE.possible[0];
}

/** [P] A weight counts as old after 3 months, a creatinine after 12. */
function cautions(given: Readonly<Record<string, unknown>>): string[] {
  const { weightKind, weightOn, creatinineOn } = given;
  const asOf = given['asOf'] ?? civilDayOf(assessedIn(given).assessedAt ?? null);
  const flags = ['actual', 'ideal', 'adjusted'].some((kind) => kind === weightKind)
    ? []
    : ['weight-kind-not-stated'];
  const weight = olderThanMonths(weightOn, asOf, 3);
  const creatinine = olderThanMonths(creatinineOn, asOf, 12);
  if (weight !== false) flags.push(weight === null ? 'weight-date-not-stated' : 'weight-over-3-months');
  if (creatinine !== false)
    flags.push(creatinine === null ? 'creatinine-date-not-stated' : 'creatinine-over-12-months');
  return flags;
}
