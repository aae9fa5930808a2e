import type { Caution } from '@ehch/clinical';
import type { ObservationKind } from '../../../codes/observation-codes.ts';
import { conceptWords } from '../../../coding.ts';
import type { RecordedText, RecordedVital, VitalParts, VitalSign } from '../../../recorded-view.ts';
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
import { bodyPosition, isAfterGettingUp } from './body-position.ts';
import { plainNumber, quantityText } from './quantity.ts';
import { VITAL_KINDS, vitalParts } from './vital-parts.ts';

/** In the order in which they are read. */
const SIGNS = 'rr spo2 usualSpo2 oxygen sbp pulse acvpu temp'.split(' ') as readonly VitalSign[];

/** The newest reading of each vital sign, by when it was measured. Older ones that feed no score step back. */
export function latestObservations(record: PatientRecord): readonly RecordedVital[] {
  const all = observationsOf(record, ...VITAL_KINDS, 'usualSpo2');
  return SIGNS.flatMap((sign): readonly RecordedVital[] => {
    const rows = all
      .filter(({ value }) => signOf(kindOf(value.code)) === sign)
      .map((held) => ({ held, care: careForObservation(held) }))
      .map(({ held, care }) => ({ held, care, on: effectiveOf(held, care) }))
      .toSorted((a, b) => afterGettingUp(a.held) - afterGettingUp(b.held) || byNewest(a, b));
    for (const [place, { held, care }] of rows.entries()) {
      const usualSpo2 = plainNumber(held.value.valueQuantity, /^%$/);
      const parts: VitalParts =
        sign === 'usualSpo2' && usualSpo2 !== null ? { usualSpo2 } : vitalParts(held.value, care);
      const said = sign in parts ? null : asRecorded(held, care);
      if (said === null && !(sign in parts)) {
        record.refuse(held, 'missing', 'value[x]');
        continue;
      }
      for (const { held: older } of rows.slice(place + 1)) record.setAside(older, 'newer-shown');
      record.show(held, 'news2');
      const position = bodyPosition(held);
      return [
        { ...observed(record, held, care), sign, parts, said, ...(position === null ? {} : { position }) },
      ];
    }
    return [];
  });
}

/** Last: where there is another one, it is the one that counts. */
function afterGettingUp(held: Observation): number {
  return Number(isAfterGettingUp(held));
}

/** A blood pressure is read by its upper number. */
function signOf(kind: ObservationKind | null): ObservationKind | null {
  return kind === 'bp' ? 'sbp' : kind;
}

/** A value that makes no part of a score is still what somebody wrote: "<85 %", "not recordable". */
function asRecorded({ value }: Observation, care: Set<Caution>): RecordedText | null {
  const { valueQuantity, valueCodeableConcept, valueString, dataAbsentReason } = value;
  const absent = conceptWords(
    { text: dataAbsentReason?.text, coding: dataAbsentReason?.coding?.map(({ display }) => ({ display })) },
    care,
  );
  return (
    quantityText(valueQuantity) ??
    (valueQuantity?.value === undefined
      ? null
      : joined([valueQuantity.comparator, `${valueQuantity.value} (no unit)`])) ??
    conceptWords(valueCodeableConcept, care) ??
    words(valueString) ??
    (dataAbsentReason === undefined ? null : `No value: ${absent ?? 'reason not stated'}`)
  );
}
