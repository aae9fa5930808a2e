import type { VitalParts } from '../recorded-view.ts';
import { ACVPU_VALUES, INHALED_FLOW } from './acvpu.ts';
import { FRAILTY_FINDINGS } from './frailty.ts';
import { LOCAL, LOINC, SNOMED } from './systems.ts';
import { WRITTEN_SCORES } from './written-scores.ts';

/**
 * What an Observation is about, for the sections of the view. Vital signs have the same names as their parts
 * in NEWS2.
 */
export type ObservationKind = VitalKind | OtherKind;

/** A vital sign, a blood pressure as a whole, or a target for oxygen saturation. */
export type VitalKind = keyof VitalParts | 'bp' | 'targetSpo2';

/** Observations that are shown beside the vital signs or in a section of their own. */
export type OtherKind =
  | 'news2'
  | 'usual-news2'
  | 'weight'
  | 'height'
  | 'bmi'
  | 'cfs'
  | 'frailty-index'
  | 'frailty'
  | 'barthel'
  | 'swallowing'
  | 'cognition'
  | ResultKind
  | 'cpr'
  | 'last-days'
  | 'variation';

/** Results and scores that the view shows beside the vital signs, the latest of each. */
export type ResultKind = 'gcs' | 'pain' | 'hba1c' | 'egfr' | 'creatinine' | 'haemoglobin';

/** LOINC codes of the Glasgow Coma Scale and its parts (HL7 R4 Observation/glasgow), with their names on screen. */
export const GCS_NAMES: ReadonlyMap<string, string> = new Map([
  ['9269-2', 'Glasgow Coma Scale'],
  ['9267-6', 'Glasgow Coma Scale, eyes'],
  ['9270-0', 'Glasgow Coma Scale, verbal'],
  ['9268-4', 'Glasgow Coma Scale, motor'],
]);

type Codes = { readonly [K in ObservationKind]?: readonly string[] };

/**
 * Sources: the UK Core value sets of the same names and the UK Core examples (staging, June 2025); the FHIR
 * R4 vital signs profiles (LOINC); the Synthea and HL7 R4 examples.
 * Secondary sources, to be checked against the current UK Edition: the frailty, CFS and Barthel codes; the UK
 * codes of laboratory tests, as public primary care code lists use them; the LOINC codes of BIMS and MoCA
 * (HL7 PACIO); the SNOMED CT code of the Glasgow Coma Scale (HL7 Denmark, DK Core 3.5.0, example
 * Observation/MaxGlasgowComaScale).
 * The children's total 1363261000000104 (NPEWS) is left out on purpose: it is not NEWS2.
 */
const SNOMED_CODES: Codes = {
  news2: [
    '1104051000000101', // NEWS2 total score
  ],
  rr: [
    '86290005', // Respiratory rate
    '271625008', // Rate of spontaneous respiration
  ],
  spo2: [
    '103228002', // Blood oxygen saturation
    '431314004', // Peripheral oxygen saturation
  ],
  oxygen: [
    '722742002', // Breathing room air
    '371825009', // Patient on oxygen
  ],
  bp: [
    '75367002', // Blood pressure
  ],
  sbp: [
    '72313002', // Systolic arterial pressure
    '271649006', // Systolic blood pressure
  ],
  dbp: [
    '1091811000000102', // Diastolic arterial pressure
    '271650006', // Diastolic blood pressure
  ],
  pulse: [
    '364075005', // Heart rate
    '78564009', // Pulse rate
  ],
  acvpu: [
    '1104441000000107', // ACVPU scale score
    ...ACVPU_VALUES.keys(),
  ],
  temp: [
    '276885007', // Core body temperature
    '386725007', // Body temperature
    '415974002', // Tympanic temperature
    '415945006', // Oral temperature
    '415882003', // Axillary temperature
  ],
  usualSpo2: [
    '927981000000106', // Baseline oxygen saturation
  ],
  targetSpo2: [
    '852641000000103', // Target peripheral oxygen saturation
  ],
  weight: [
    '27113001', // Body weight
    '735395000', // Current body weight
    '424927000', // Body weight with shoes
    '425024002', // Body weight without shoes
    '363808001', // Body weight measure
    '784399000', // Self reported body weight
  ],
  height: [
    '50373000', // Body height measure
    '1153637007', // Body height
    '248333004', // Standing height
    '1162419008', // Self reported body height
  ],
  bmi: [
    '60621009', // Body mass index
  ],
  cfs: [
    '763264000', // Clinical Frailty Scale score
    '445414007', // Clinical Frailty Scale
  ],
  'frailty-index': [
    '713636003', // Frailty index score
    '713634000', // Frailty index
  ],
  frailty: [...FRAILTY_FINDINGS],
  cpr: [
    '365870005', // Resuscitation status
  ],
  hba1c: [
    '999791000000106', // Haemoglobin A1c level, IFCC standardised
  ],
  egfr: [
    '1011481000000105', // eGFR using creatinine, CKD-EPI, per 1.73 square metres
    '1020291000000106', // GFR calculated by abbreviated MDRD
    '80274001', // Glomerular filtration rate
  ],
  creatinine: [
    '1000731000000107', // Serum creatinine level
    '113075003', // Creatinine, serum
  ],
  haemoglobin: [
    '1022431000000105', // Haemoglobin estimation
  ],
  gcs: [
    '248241002', // Glasgow coma score
  ],
};

const LOINC_CODES: Codes = {
  rr: [
    '9279-1', // Respiratory rate
  ],
  spo2: [
    '2708-6', // Oxygen saturation in arterial blood
    '59408-5', // Oxygen saturation by pulse oximetry
  ],
  oxygen: [
    INHALED_FLOW, // Inhaled oxygen flow rate
  ],
  bp: [
    '85354-9', // Blood pressure panel
    '55284-4', // Blood pressure
  ],
  sbp: [
    '8480-6', // Systolic blood pressure
  ],
  dbp: [
    '8462-4', // Diastolic blood pressure
  ],
  pulse: [
    '8867-4', // Heart rate
  ],
  temp: [
    '8310-5', // Body temperature
    '8331-1', // Oral temperature
  ],
  weight: [
    '29463-7', // Body weight
    '3141-9', // Body weight measured
    '3142-7', // Body weight stated
    '8350-1', // Body weight measured, with clothes
    '8351-9', // Body weight measured, without clothes
  ],
  height: [
    '8302-2', // Body height
    '3138-5', // Body height stated
  ],
  bmi: [
    '39156-5', // Body mass index
  ],
  barthel: [
    '96761-2', // Barthel index total
  ],
  cognition: [
    '54614-3', // BIMS summary score
    '72172-0', // Total score, MoCA
    '72106-8', // Total score, MMSE
  ],
  pain: [
    '72514-3', // Pain severity, 0 to 10 verbal numeric rating
  ],
  hba1c: [
    '4548-4', // Haemoglobin A1c / total haemoglobin in blood
    '59261-8', // The same, IFCC
  ],
  egfr: [
    '33914-3', // GFR predicted, MDRD
    '62238-1', // GFR predicted, CKD-EPI
    '98979-8', // GFR predicted, CKD-EPI 2021
  ],
  creatinine: [
    '2160-0', // Creatinine in serum or plasma, mass
    '14682-9', // Creatinine in serum or plasma, moles
    '38483-4', // Creatinine in blood
    '77140-2', // Creatinine in serum, plasma or blood, moles
  ],
  haemoglobin: [
    '718-7', // Haemoglobin in blood
  ],
  gcs: [...GCS_NAMES.keys()],
};

/** Observations without a published code that could be checked. */
const LOCAL_CODES: Codes = {
  'usual-news2': ['usual-news2'],
  barthel: ['barthel-20', 'barthel-100'],
  'frailty-index': ['cga-frailty-index'],
  swallowing: ['swallowing-assessment'],
  'last-days': ['last-days'],
  variation: ['variation'],
};

/** A code, and the kind of Observation that it stands for. */
interface ObservationCode {
  readonly system: string;
  readonly code: string;
  readonly kind: ObservationKind;
}

/** Every code by which the reader recognises an Observation. */
export const OBSERVATION_CODES: readonly ObservationCode[] = [
  ...rowsOf(SNOMED, SNOMED_CODES),
  ...rowsOf(LOINC, LOINC_CODES),
  ...rowsOf(LOCAL, LOCAL_CODES),
];

function rowsOf(system: string, codes: Codes): readonly ObservationCode[] {
  return Object.entries(codes).flatMap(([kind, ids]) =>
    ids.map((code) => ({ system, code, kind: kind as ObservationKind })),
  );
}

/** SNOMED CT UK findings of the Clinical Frailty Scale. Each code is one level, so the code is the answer. */
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

/** Every Observation code that a section needs, for a search by code. */
export function observationCodes(): readonly { readonly system: string; readonly code: string }[] {
  const local = new Set(OBSERVATION_CODES.flatMap(({ system, code }) => (system === LOCAL ? [code] : [])));
  return [
    ...OBSERVATION_CODES.map(({ system, code }) => ({ system, code })),
    ...[...CFS_LEVELS.keys()].map((code) => ({ system: SNOMED, code })),
    ...WRITTEN_SCORES.filter((code) => !local.has(code)).map((code) => ({ system: LOCAL, code })),
  ];
}
