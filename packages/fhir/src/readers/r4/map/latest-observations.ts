import { formatQuantity, type Caution, type NamedMeasurement } from '@ehch/clinical';
import { ACVPU_VALUES } from '../../../codes/acvpu.ts';
import type { ObservationKind } from '../../../codes/observation-codes.ts';
import { conceptWords } from '../../../coding.ts';
import { joined, words } from '../../../text.ts';
import { byNewest } from '../fact.ts';
import type { PatientRecord } from '../record.ts';
import {
  careForObservation,
  effectiveOf,
  observed,
  kindOf,
  observationsOf,
  type Observation,
} from './observation-kind.ts';
import { legible, plainNumber } from './quantity.ts';
import { VITAL_KINDS, vitalParts, type VitalParts } from './vital-parts.ts';

type Reading = (parts: VitalParts, held: Observation) => string | null;

interface Row {
  readonly name: string;
  readonly kinds: readonly ObservationKind[];
  readonly text: Reading;
}

const ROWS: readonly Row[] = [
  { name: 'Respiration rate', kinds: ['respiration'], text: ({ rr }) => amount(rr, 'breaths per minute') },
  { name: 'Oxygen saturation', kinds: ['spo2'], text: ({ spo2 }) => amount(spo2, '%') },
  { name: 'Usual oxygen saturation', kinds: ['usual-spo2'], text: (_, held) => usualSpo2(held) },
  {
    name: 'Air or oxygen',
    kinds: ['oxygen'],
    text: ({ oxygen }) => (oxygen === undefined || oxygen === null ? null : oxygen ? 'On oxygen' : 'Air'),
  },
  {
    name: 'Blood pressure',
    kinds: ['blood-pressure', 'systolic'],
    text: ({ sbp, dbp }) => {
      if (sbp === undefined || sbp === null) return null;
      return dbp === undefined ? amount(sbp, 'mmHg systolic') : `${legible(sbp)} over ${legible(dbp)} mmHg`;
    },
  },
  { name: 'Pulse', kinds: ['pulse'], text: ({ pulse }) => amount(pulse, 'beats per minute') },
  {
    name: 'Consciousness',
    kinds: ['consciousness'],
    text: ({ acvpu }) => [...ACVPU_VALUES.values()].find(({ level }) => level === acvpu)?.words ?? null,
  },
  { name: 'Temperature', kinds: ['temperature'], text: ({ temp }) => amount(temp, '°C') },
];

/** The newest reading of each vital sign, by when it was measured. Older ones that feed no score step back. */
export function latestObservations(record: PatientRecord): readonly NamedMeasurement[] {
  const all = observationsOf(record, ...VITAL_KINDS, 'usual-spo2');
  return ROWS.flatMap(({ name, kinds, text }): readonly NamedMeasurement[] => {
    const rows = all
      .filter((held) => kinds.some((kind) => kind === kindOf(held.value.code)))
      .map((held) => ({ held, care: careForObservation(held) }))
      .map(({ held, care }) => ({ held, care, on: effectiveOf(held, care) }))
      .toSorted(byNewest);
    for (const [place, { held, care }] of rows.entries()) {
      const said = text(vitalParts(held.value, care), held) ?? asRecorded(held, care);
      if (said === null) {
        record.refuse(held, 'missing', 'value[x]');
        continue;
      }
      for (const { held: older } of rows.slice(place + 1)) record.setAside(older, 'newer-shown');
      record.show(held, 'news2');
      return [{ ...observed(record, held, care), name, text: said }];
    }
    return [];
  });
}

/** A value that makes no part of a score is still what somebody wrote: "<85 %", "not recordable". */
function asRecorded({ value }: Observation, care: Set<Caution>): string | null {
  const { valueQuantity, valueCodeableConcept, valueString, dataAbsentReason } = value;
  const unit = words(valueQuantity?.unit) ?? words(valueQuantity?.code);
  const quantity =
    valueQuantity?.value === undefined
      ? null
      : joined([
          valueQuantity.comparator,
          unit === null ? `${valueQuantity.value} (no unit)` : formatQuantity(valueQuantity.value, unit),
        ]);
  const absent = conceptWords(
    { text: dataAbsentReason?.text, coding: dataAbsentReason?.coding?.map(({ display }) => ({ display })) },
    care,
  );
  return (
    quantity ??
    conceptWords(valueCodeableConcept, care) ??
    words(valueString) ??
    (dataAbsentReason === undefined ? null : `No value: ${absent ?? 'reason not stated'}`)
  );
}

function amount(value: number | null | undefined, unit: string): string | null {
  return value === null || value === undefined ? null : formatQuantity(legible(value), unit);
}

function usualSpo2({ value }: Observation): string | null {
  return amount(plainNumber(value.valueQuantity, /^%$/), '%');
}
