import type { CodeableConcept, Coding } from '@medplum/fhirtypes';

/** Code systems and identifier systems, as UK Core names them. */
export const SNOMED = 'http://snomed.info/sct';
const LOINC = 'http://loinc.org';
export const UCUM = 'http://unitsofmeasure.org';
export const NHS_NUMBER = 'https://fhir.nhs.uk/Id/nhs-number';
export const UK_CORE = 'https://fhir.hl7.org.uk/StructureDefinition/';

/** The system of local codes, for concepts without a published code that we could check. */
export const LOCAL = 'https://ehch-kit.example/CodeSystem/local';

export function snomed(code: string, display?: string): Coding {
  return { system: SNOMED, code, ...(display === undefined ? {} : { display }) };
}

export function loinc(code: string, display?: string): Coding {
  return { system: LOINC, code, ...(display === undefined ? {} : { display }) };
}

export function hl7(system: string, code: string): CodeableConcept {
  return { coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }] };
}

export function text(words: string): CodeableConcept {
  return { text: words };
}

/** The vital signs, with the codes of UK Core's NEWS2 example bundle. */
export const VITALS = {
  rr: [snomed('86290005', 'Respiratory rate'), loinc('9279-1', 'Respiratory rate')],
  spo2: [
    snomed('103228002', 'Hemoglobin saturation with oxygen'),
    loinc('2708-6', 'Oxygen saturation in Arterial blood'),
  ],
  bloodPressure: [
    snomed('75367002', 'Blood pressure'),
    loinc('85354-9', 'Blood pressure panel with all children optional'),
  ],
  systolic: [snomed('72313002', 'Systolic arterial pressure'), loinc('8480-6', 'Systolic blood pressure')],
  diastolic: [
    snomed('1091811000000102', 'Diastolic arterial pressure'),
    loinc('8462-4', 'Diastolic blood pressure'),
  ],
  pulse: [snomed('364075005', 'Heart rate'), loinc('8867-4', 'Heart rate')],
  temp: [snomed('276885007', 'Core body temperature'), loinc('8310-5', 'Body temperature')],
  acvpu: [snomed('1104441000000107', 'ACVPU (Alert Confusion Voice Pain Unresponsive) scale score')],
  weight: [snomed('27113001', 'Body weight'), loinc('29463-7', 'Body weight')],
  height: [snomed('50373000', 'Body height'), loinc('8302-2', 'Body height')],
  bmi: [snomed('60621009', 'Body mass index')],
} as const;

/** Units in the exact words that UK Core's vital signs profiles fix. A reader goes by the code. */
export const UNITS = {
  perMinute: { unit: 'per minute', system: UCUM, code: '/min' },
  percent: { unit: 'percent', system: UCUM, code: '%' },
  celsius: { unit: 'degree Celsius', system: UCUM, code: 'Cel' },
  mmHg: { unit: 'millimeter of mercury', system: UCUM, code: 'mm[Hg]' },
  kilogram: { unit: 'kilogram', system: UCUM, code: 'kg' },
  centimetre: { unit: 'centimeter', system: UCUM, code: 'cm' },
} as const;

/** Values of ACVPU in UK Core. */
export const ACVPU = {
  A: snomed('248234008', 'Mentally alert'),
  C: snomed('130987000'),
  V: snomed('300202002', 'Responds to voice'),
  P: snomed('450847001'),
  U: snomed('422768004'),
} as const;

export const ROOM_AIR = snomed('722742002', 'Breathing room air');
export const ON_OXYGEN = snomed('371825009', 'Patient on oxygen');

/** NEWS2 total and its sub-scores (UK Core value set of early warning scores). */
export const NEWS2 = {
  total: snomed(
    '1104051000000101',
    'Royal College of Physicians NEWS2 (National Early Warning Score 2) total score',
  ),
  rr: snomed('1104301000000104'),
  spo2: { 1: snomed('1104311000000102'), 2: snomed('1104321000000108') },
  oxygen: snomed('1104331000000105'),
  sbp: snomed('1104341000000101'),
  pulse: snomed('1104351000000103'),
  acvpu: snomed('1104361000000100'),
  temp: snomed('1104371000000107'),
} as const;

/** The UK edition's finding for each level, 1 to 9. */
export const CFS_LEVELS = [
  '1129331000000101',
  '1129341000000105',
  '1129351000000108',
  '1129361000000106',
  '1129371000000104',
  '1129381000000102',
  '1129391000000100',
  '1129401000000102',
  '1129411000000100',
] as const;

/** PRSB About Me and its parts. */
export const ABOUT_ME = {
  whole: snomed('1515851000000101'),
  'what-matters': snomed('1515861000000103'),
  people: snomed('1515871000000105'),
  communication: snomed('1515881000000107'),
  wellness: snomed('1515891000000109'),
  'please-do': snomed('1515901000000105'),
  support: snomed('1515911000000107'),
  'also-know': snomed('1515921000000101'),
} as const;
