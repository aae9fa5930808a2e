import { formatQuantity, type NamedMeasurement } from '@ehch/clinical';
import { legible } from '../legible.ts';
import { textOf } from './written.ts';
import type { Acvpu, RecordedVital, VitalParts, VitalSign } from '../recorded-view.ts';

const NAMES: Readonly<Record<VitalSign, string>> = {
  rr: 'Respiration rate',
  spo2: 'Oxygen saturation',
  usualSpo2: 'Usual oxygen saturation',
  oxygen: 'Air or oxygen',
  sbp: 'Blood pressure',
  pulse: 'Pulse',
  acvpu: 'Consciousness',
  temp: 'Temperature',
};

const LEVELS: Readonly<Record<Acvpu, string>> = {
  A: 'Alert',
  C: 'New confusion',
  V: 'Responds to voice',
  P: 'Responds to pain',
  U: 'Unresponsive',
};

/** A vital sign as it is read; what is no number of ours stays as somebody wrote it. */
export function completeVital({ sign, parts, said, position, ...recorded }: RecordedVital): NamedMeasurement {
  const text = said === null ? (WORDS[sign](parts) ?? 'Unknown') : textOf(said);
  return {
    ...recorded,
    name: NAMES[sign],
    text: position === undefined ? text : `${text}, ${position}`,
  };
}

const WORDS: Readonly<Record<VitalSign, (parts: VitalParts) => string | null>> = {
  rr: ({ rr }) => amount(rr, 'breaths per minute'),
  spo2: ({ spo2 }) => amount(spo2, '%'),
  usualSpo2: ({ usualSpo2 }) => amount(usualSpo2, '%'),
  oxygen: ({ oxygen }) => (oxygen === undefined ? null : oxygen ? 'On oxygen' : 'Air'),
  sbp: ({ sbp, dbp }) =>
    sbp === undefined || dbp === undefined
      ? amount(sbp, 'mmHg systolic')
      : `${legible(sbp)} over ${legible(dbp)} mmHg`,
  pulse: ({ pulse }) => amount(pulse, 'beats per minute'),
  acvpu: ({ acvpu }) => (acvpu === undefined ? null : LEVELS[acvpu]),
  temp: ({ temp }) => amount(temp, '°C'),
};

function amount(value: number | undefined, unit: string): string | null {
  return value === undefined ? null : formatQuantity(legible(value), unit);
}
