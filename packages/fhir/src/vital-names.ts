import type { VitalSign } from './recorded-view.ts';

/** The name of each vital sign on screen. */
export const VITAL_NAMES: Readonly<Record<VitalSign, string>> = {
  rr: 'Respiration rate',
  spo2: 'Oxygen saturation',
  usualSpo2: 'Usual oxygen saturation',
  oxygen: 'Air or oxygen',
  sbp: 'Blood pressure',
  pulse: 'Pulse',
  acvpu: 'Consciousness',
  temp: 'Temperature',
};
