import type { Content, Measurement, WeightStory } from '@ehch/clinical';
import type { ObservationKind } from '../../../codes/observation-codes.ts';
import { byNewest } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { careForObservation, observed, observationsOf } from './observation-kind.ts';
import { BMI_UNITS, CENTIMETRES, convert, KILOGRAMS } from './quantity.ts';

interface Measure {
  readonly kind: ObservationKind;
  readonly unit: string;
  readonly units: typeof KILOGRAMS;
  readonly decimals: number;
  /** [P] Outside is shown as recorded, with a caution (clinical 1, rule 12). */
  readonly plausible: readonly [min: number, max: number];
}

const WEIGHT: Measure = { kind: 'weight', unit: 'kg', units: KILOGRAMS, decimals: 1, plausible: [25, 200] };
const HEIGHT: Measure = {
  kind: 'height',
  unit: 'cm',
  units: CENTIMETRES,
  decimals: 1,
  plausible: [120, 210],
};
const BMI: Measure = { kind: 'bmi', unit: 'kg/m²', units: BMI_UNITS, decimals: 1, plausible: [10, 60] };

export function weight(record: PatientRecord): Content<WeightStory> {
  const weights = measured(record, WEIGHT);
  const [height = null, ...olderHeights] = measured(record, HEIGHT);
  const [bmi = null, ...olderBmis] = measured(record, BMI);
  const held = new Map(record.all('Observation').map((one) => [one.key, one]));
  for (const { id } of [...weights, height, bmi].filter((one) => one !== null)) {
    const shown = held.get(id);
    if (shown !== undefined) record.show(shown, 'weight');
  }
  for (const { id } of [...olderHeights, ...olderBmis]) {
    const older = held.get(id);
    if (older !== undefined) record.setAside(older, 'newer-shown');
  }
  if (weights.length === 0 && height === null && bmi === null) return { kind: 'not-recorded' };
  return { kind: 'recorded', value: { weights, height, bmi } };
}

/** Newest first. A number without a unit is refused: 12 may be stone. */
function measured(
  record: PatientRecord,
  { kind, unit, units, decimals, plausible }: Measure,
): readonly Measurement[] {
  return observationsOf(record, kind)
    .flatMap((held): readonly Measurement[] => {
      const care = careForObservation(held);
      const value = convert(held.value.valueQuantity, units, decimals, care);
      if (value === null) {
        if (held.value.dataAbsentReason !== undefined) return record.setAside(held, 'says-nothing');
        return record.refuse(held, 'missing', 'valueQuantity');
      }
      const [min, max] = plausible;
      if (value < min || value > max) care.add('implausible');
      return [{ ...observed(record, held, care), value, unit }];
    })
    .toSorted(byNewest);
}
