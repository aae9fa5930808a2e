import { LOCAL, LOINC, SNOMED } from './systems.ts';

/** What an Observation is about, as far as a section of the view asks for it. */
export type ObservationKind =
  | 'news2'
  | 'usual-news2'
  | 'respiration'
  | 'spo2'
  | 'oxygen'
  | 'systolic'
  | 'diastolic'
  | 'blood-pressure'
  | 'pulse'
  | 'consciousness'
  | 'temperature'
  | 'usual-spo2'
  | 'weight'
  | 'height'
  | 'bmi'
  | 'cfs'
  | 'frailty-index'
  | 'frailty'
  | 'barthel'
  | 'cpr';

interface ObservationCode {
  readonly system: string;
  readonly code: string;
  readonly kind: ObservationKind;
  /** For the reader of this table. What is shown comes from the record. */
  readonly display: string;
}

const snomed = (kind: ObservationKind, code: string, display: string): ObservationCode => ({
  system: SNOMED,
  code,
  kind,
  display,
});

const loinc = (kind: ObservationKind, code: string, display: string): ObservationCode => ({
  system: LOINC,
  code,
  kind,
  display,
});

/**
 * Sources: the UK Core value sets of the same names and the UK Core examples (staging, June 2025), the FHIR R4 vital signs
 * profiles (LOINC), and the Synthea and HL7 R4 examples. Secondary sources, to be checked against the current UK Edition:
 * the frailty, CFS and Barthel codes. The children's total 1363261000000104 (NPEWS) is left out on purpose: it is not NEWS2.
 */
export const OBSERVATION_CODES: readonly ObservationCode[] = [
  snomed('news2', '1104051000000101', 'NEWS2 total score'),
  { system: LOCAL, code: 'usual-news2', kind: 'usual-news2', display: 'Usual NEWS2' },
  snomed('respiration', '86290005', 'Respiratory rate'),
  snomed('respiration', '271625008', 'Rate of spontaneous respiration'),
  loinc('respiration', '9279-1', 'Respiratory rate'),
  snomed('spo2', '103228002', 'Blood oxygen saturation'),
  snomed('spo2', '431314004', 'Peripheral oxygen saturation'),
  loinc('spo2', '2708-6', 'Oxygen saturation in arterial blood'),
  loinc('spo2', '59408-5', 'Oxygen saturation by pulse oximetry'),
  snomed('oxygen', '722742002', 'Breathing room air'),
  snomed('oxygen', '371825009', 'Patient on oxygen'),
  snomed('blood-pressure', '75367002', 'Blood pressure'),
  loinc('blood-pressure', '85354-9', 'Blood pressure panel'),
  loinc('blood-pressure', '55284-4', 'Blood pressure'),
  snomed('systolic', '72313002', 'Systolic arterial pressure'),
  snomed('systolic', '271649006', 'Systolic blood pressure'),
  loinc('systolic', '8480-6', 'Systolic blood pressure'),
  snomed('diastolic', '1091811000000102', 'Diastolic arterial pressure'),
  snomed('diastolic', '271650006', 'Diastolic blood pressure'),
  loinc('diastolic', '8462-4', 'Diastolic blood pressure'),
  snomed('pulse', '364075005', 'Heart rate'),
  snomed('pulse', '78564009', 'Pulse rate'),
  loinc('pulse', '8867-4', 'Heart rate'),
  snomed('consciousness', '1104441000000107', 'ACVPU scale score'),
  snomed('temperature', '276885007', 'Core body temperature'),
  snomed('temperature', '386725007', 'Body temperature'),
  snomed('temperature', '415974002', 'Tympanic temperature'),
  snomed('temperature', '415945006', 'Oral temperature'),
  snomed('temperature', '415882003', 'Axillary temperature'),
  loinc('temperature', '8310-5', 'Body temperature'),
  loinc('temperature', '8331-1', 'Oral temperature'),
  snomed('usual-spo2', '927981000000106', 'Baseline oxygen saturation'),
  snomed('weight', '27113001', 'Body weight'),
  snomed('weight', '735395000', 'Current body weight'),
  snomed('weight', '424927000', 'Body weight with shoes'),
  snomed('weight', '425024002', 'Body weight without shoes'),
  snomed('weight', '363808001', 'Body weight measure'),
  loinc('weight', '29463-7', 'Body weight'),
  loinc('weight', '3141-9', 'Body weight measured'),
  snomed('height', '50373000', 'Body height measure'),
  snomed('height', '1153637007', 'Body height'),
  snomed('height', '248333004', 'Standing height'),
  loinc('height', '8302-2', 'Body height'),
  snomed('bmi', '60621009', 'Body mass index'),
  loinc('bmi', '39156-5', 'Body mass index'),
  snomed('cfs', '763264000', 'Clinical Frailty Scale score'),
  snomed('cfs', '445414007', 'Clinical Frailty Scale'),
  snomed('frailty-index', '713636003', 'Frailty index score'),
  snomed('frailty-index', '713634000', 'Frailty index'),
  loinc('barthel', '96761-2', 'Barthel index total'),
  snomed('cpr', '365870005', 'Resuscitation status'),
];

/** SNOMED CT UK findings, one for each level, that carry the answer in the code itself. */
export const CFS_LEVELS: ReadonlyMap<string, number> = new Map([
  ['1129331000000101', 1],
  ['1129341000000105', 2],
  ['1129351000000108', 3],
  ['1129361000000106', 4],
  ['1129371000000104', 5],
  ['1129381000000102', 6],
  ['1129391000000100', 7],
  ['1129401000000102', 8],
  ['1129411000000100', 9],
]);

/** Every code that a section asks for, for a search by code. */
export function observationCodes(): readonly { readonly system: string; readonly code: string }[] {
  return [
    ...OBSERVATION_CODES.map(({ system, code }) => ({ system, code })),
    ...[...CFS_LEVELS.keys()].map((code) => ({ system: SNOMED, code })),
  ];
}
