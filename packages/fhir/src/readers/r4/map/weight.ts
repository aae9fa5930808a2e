import type { Content, Measurement, WeightStory } from '@ehch/clinical';
import { civilDayOf } from '@ehch/clinical/time';
import { eachInSteps, type Steps } from '../../../steps.ts';
import { byNewest } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { cautionsForObservation, observed, observationsOf, type Observation } from './observation-kind.ts';
import { whyNoNumber } from './absent-reason.ts';
import { byStanding, leadingReading, putBehind } from './leading.ts';
import { besideOthers, withRivals } from './of-one-time.ts';
import { notMeasured, notRead, sinceLatest, type Absent } from './not-measured.ts';
import { BMI_UNITS, CENTIMETRES, convert, KILOGRAMS, quantityInText } from './quantity.ts';

/**
 * [P] Kilograms, centimetres and kg/m². A value outside is shown as recorded, with a caution
 * (clinical rule 1.12).
 */
const PLAUSIBLE = { weight: [25, 200], height: [120, 210], bmi: [10, 60] } as const;

const UNITS = {
  weight: ['kg', KILOGRAMS],
  height: ['cm', CENTIMETRES],
  bmi: ['kg/m²', BMI_UNITS],
} as const;

const NAMES = { weight: 'Weight', height: 'Height', bmi: 'BMI' } as const;

interface Row {
  readonly held: Observation;
  readonly measurement: Measurement;
}

/** Weights, with the latest height and body mass index. */
export function* weight(record: PatientRecord): Steps<Content<WeightStory>> {
  const found = {
    weight: yield* measured(record, 'weight'),
    height: yield* measured(record, 'height'),
    bmi: yield* measured(record, 'bmi'),
  };
  const weights = found.weight.measurements;
  const [height = null] = found.height.measurements;
  const [given = null] = found.bmi.measurements;
  const bmi = given === null ? null : besideWeight(given, weights, height);
  const notMeasured = Object.values(found)
    .flatMap(({ absent }) => absent)
    .toSorted(byNewest);
  if (weights.length === 0 && height === null && bmi === null && notMeasured.length === 0)
    return { kind: 'not-recorded' };
  return { kind: 'recorded', value: { weights, height, bmi, notMeasured } };
}

/** [P] Rounding and a height of another day make a little of a body mass index, and never this share of it. */
const OTHER_BMI = 0.15;

/** A body mass index that the weight of its day and the height contradict: one of the three is a slip. */
function besideWeight(
  bmi: Measurement,
  weights: readonly Measurement[],
  height: Measurement | null,
): Measurement {
  const day = civilDayOf(bmi.on);
  const ofDay = weights.filter((one) => day !== null && civilDayOf(one.on) === day && !isDoubted(one));
  if (height === null || isDoubted(height) || ofDay.length === 0) return bmi;
  const agrees = ofDay.some(({ value }) => {
    const reckoned = value / (height.value / 100) ** 2;
    return Math.abs(bmi.value - reckoned) <= reckoned * OTHER_BMI;
  });
  return agrees || bmi.cautions.includes('contradicted')
    ? bmi
    : { ...bmi, cautions: [...bmi.cautions, 'contradicted'] };
}

function isDoubted({ cautions }: Measurement): boolean {
  return cautions.some((caution) => caution !== 'converted');
}

/**
 * The measurements of one kind, newest first, and behind them those in doubt. All weights are shown, but only the
 * newest height and body mass index.
 */
function* measured(record: PatientRecord, kind: keyof typeof UNITS) {
  const rows: Row[] = [];
  const absent: Absent[] = [];
  const own = observationsOf(record, kind);
  yield;
  yield* eachInSteps(own, (held) => {
    const why = whyNoNumber(held.value);
    if (why !== null) absent.push({ held, told: notMeasured(record, held, NAMES[kind], why) });
    else rows.push(...measurement(record, held, kind, absent));
  });
  const sorted = rows.toSorted((a, b) => byStanding(a.measurement, b.measurement));
  yield;
  const said = ({ value, unit }: Measurement) => `${value} ${unit}`;
  const { lead, beside } = leadingReading(sorted, ({ measurement }) => measurement);
  const all = sorted.map(({ measurement }) => measurement);
  // Every weight is shown: the story of a weight is its change.
  const measurements =
    kind === 'weight' || lead === undefined
      ? withRivals(all, said)
      : [
          besideOthers(
            lead.measurement,
            beside.map(({ measurement }) => measurement),
            said,
          ),
        ];
  yield;
  yield* eachInSteps(sorted, (row) => {
    if (kind === 'weight' || row === lead || beside.includes(row)) record.show(row.held, 'weight');
    else putBehind(record, row.held, row.measurement);
  });
  return {
    measurements,
    absent: sinceLatest(record, 'weight', absent, kind === 'weight' ? measurements[0] : lead?.measurement),
  };
}

/** A measurement in the unit that is shown. A number without a unit is no weight: 12 may be stone. */
function measurement(
  record: PatientRecord,
  held: Observation,
  kind: keyof typeof UNITS,
  absent: Absent[],
): readonly Row[] {
  const [unit, units] = UNITS[kind];
  const [min, max] = PLAUSIBLE[kind];
  const cautions = cautionsForObservation(held);
  const quantity = held.value.valueQuantity ?? quantityInText(held.value.valueString);
  const value = convert(quantity, units, 1, cautions);
  if (value === null) {
    const told = notRead(record, held, NAMES[kind]);
    if (told === null) return record.refuse(held, 'missing', 'valueQuantity');
    absent.push({ held, told });
    return [];
  }
  if (value < min || value > max) cautions.add('implausible');
  const recorded = observed(record, held, cautions);
  const written = cautions.has('unit-conflict') ? [`written as ${quantity?.value} ${quantity?.unit}`] : [];
  const details = [...written, ...(recorded.details ?? [])];
  return [{ held, measurement: { ...recorded, ...(details.length > 0 && { details }), value, unit } }];
}
