import { defineInstrument } from '../../instrument.ts';
import type { ScoreResult } from '../../score.ts';
import { daysBetween, readCivilDate } from '../../time/civil-date.ts';
import type { CivilDate } from '../../time/types.ts';
import { decimal, minus, quotient, times } from '../exact-decimal.ts';
import { reachedIn, slipIn, type Reached } from '../assessed.ts';
import { measured, partsOf, WEIGHT_KG, weightQuestion } from '../measured.ts';
import { fieldsOf, type Given } from '../not-answered.ts';

/** Two weights in kilograms, with their days. */
export interface WeightChangeInput extends Reached {
  readonly previousKg?: Given<number>;
  readonly currentKg?: Given<number>;
  readonly previousOn?: CivilDate | null;
  readonly currentOn?: CivilDate | null;
  /** Facts that change a weight without a gain or loss of tissue. The result is not adjusted for them. */
  readonly oedema?: boolean | null;
  readonly amputation?: boolean | null;
}

export interface WeightChangeResult extends ScoreResult<'lost' | 'gained'> {
  /** The days between the two weights, shown with the number; `null` if a date is not known. */
  readonly days: number | null;
}

/** The range that the limits of weight allow. */
const RANGE = [-2234, 96] as const;

/** Decimals, far more than are shown, so that exactly 10 % stays 10. */
const PLACES = 12;

/**
 * Weight lost, in % of the previous weight. A gain is negative, and the band says which it is. The number is shown
 * with its sign and interval.
 *
 * Flags: `interval-not-known`, `dates-in-wrong-order` (no number: the sign would be wrong), `oedema`, `amputation`.
 */
export function weightChangeOf(input: WeightChangeInput): WeightChangeResult {
  const given = fieldsOf(input);
  const previous = measured('previousKg', given['previousKg'], WEIGHT_KG);
  const current = measured('currentKg', given['currentKg'], WEIGHT_KG);
  const parts = partsOf([previous, current]);
  const days = interval(given['previousOn'], given['currentOn']);
  const reversed = days !== null && days < 0;
  const slips = [...slipIn(given, 'previousKg', 'previousOn'), ...slipIn(given, 'currentKg', 'currentOn')];
  const known = previous.number !== null && current.number !== null && !reversed && slips.length === 0;
  const lost = known ? lossPercent(previous.number, current.number) : null;
  return {
    instrument: 'weight-change',
    version: 'percent-1',
    ...parts,
    status: reversed || slips.length > 0 ? 'invalid' : parts.status,
    total: lost,
    range: RANGE,
    direction: 'none',
    // A sign alone is ambiguous: "Weight change -11 %" reads like a loss.
    band: lost === null || lost === 0 ? null : lost > 0 ? 'lost' : 'gained',
    flags: [
      ...parts.flags,
      ...slips,
      ...(days === null ? ['interval-not-known'] : []),
      ...(reversed ? ['dates-in-wrong-order'] : []),
      ...['oedema', 'amputation'].filter((each) => given[each] === true),
    ],
    ...reachedIn(given, 'currentKg', 'currentOn'),
    days: reversed ? null : days,
  };
}

export const weightChange = defineInstrument({
  id: 'weight-change',
  title: 'Weight change',
  searchWords: ['weight', 'weight loss', 'losing weight', 'nutrition'],
  version: 'percent-1',
  tier: 'A',
  // A loss is a worry, and so is a gain of fluid.
  direction: 'none',
  range: RANGE,
  unit: { kind: 'measure', text: '%', code: '%' },
  source: {
    citation: 'Arithmetic: (previous − current) / previous × 100.',
    licence: 'Arithmetic only.',
    notice: 'Nothing is adjusted for fluid or amputation.',
  },
  permission: { state: 'not-needed', because: 'Arithmetic is nobody’s.' },
  items: [
    weightQuestion('previousKg', 'Previous weight', 'previous-weight'),
    {
      id: 'previousOn',
      type: 'date',
      text: 'Weighed on',
      past: true,
      dayOf: ['previousKg'],
      fact: 'previous-weight-date',
    },
    weightQuestion('currentKg', 'Weight now', 'weight'),
    {
      id: 'currentOn',
      type: 'date',
      text: 'Weighed on',
      past: true,
      dayOf: ['currentKg'],
      fact: 'weight-date',
    },
    { id: 'oedema', type: 'boolean', text: 'Fluid (oedema) at either weighing' },
    { id: 'amputation', type: 'boolean', text: 'Amputation between the two' },
  ],
  score: weightChangeOf,
});

function lossPercent(previous: number, current: number): number {
  const before = decimal(previous);
  return quotient(times(minus(before, decimal(current)), decimal(100)), before, PLACES);
}

function interval(from: unknown, to: unknown): number | null {
  return isDay(from) && isDay(to) ? daysBetween(from, to) : null;
}

function isDay(value: unknown): value is CivilDate {
  return typeof value === 'string' && readCivilDate(value) !== null;
}
