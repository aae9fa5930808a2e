import type { Content, Measurement, WeightStory } from '@ehch/clinical';
import { byNewest } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import { careForObservation, observed, observationsOf, type Observation } from './observation-kind.ts';
import { BMI_UNITS, CENTIMETRES, convert, KILOGRAMS } from './quantity.ts';

/** [P] Outside is shown as recorded, with a caution (clinical 1, rule 12). */
const PLAUSIBLE = { weight: [25, 200], height: [120, 210], bmi: [10, 60] } as const;

const UNITS = {
  weight: ['kg', KILOGRAMS],
  height: ['cm', CENTIMETRES],
  bmi: ['kg/m²', BMI_UNITS],
} as const;

interface Row {
  readonly held: Observation;
  readonly measurement: Measurement;
}

export function weight(record: PatientRecord): Content<WeightStory> {
  const weights = measured(record, 'weight');
  const [height = null] = measured(record, 'height');
  const [bmi = null] = measured(record, 'bmi');
  if (weights.length === 0 && height === null && bmi === null) return { kind: 'not-recorded' };
  return { kind: 'recorded', value: { weights, height, bmi } };
}

/** Newest first, which of all but weights is the only one that is shown. A number without a unit is refused: 12 may be stone. */
function measured(record: PatientRecord, kind: keyof typeof UNITS): readonly Measurement[] {
  const [unit, units] = UNITS[kind];
  const [min, max] = PLAUSIBLE[kind];
  const rows = observationsOf(record, kind).flatMap((held): readonly Row[] => {
    const care = careForObservation(held);
    const value = convert(held.value.valueQuantity, units, 1, care);
    if (value === null) {
      if (held.value.dataAbsentReason !== undefined) return record.setAside(held, 'says-nothing');
      return record.refuse(held, 'missing', 'valueQuantity');
    }
    if (value < min || value > max) care.add('implausible');
    return [{ held, measurement: { ...observed(record, held, care), value, unit } }];
  });
  const sorted = rows.toSorted((a, b) => byNewest(a.measurement, b.measurement));
  for (const [place, { held }] of sorted.entries())
    if (kind === 'weight' || place === 0) record.show(held, 'weight');
    else record.setAside(held, 'newer-shown');
  return sorted.map(({ measurement }) => measurement);
}
