import { ACVPU_VALUES, ON_OXYGEN, ROOM_AIR } from '../codes/acvpu.ts';
import { LOINC, SNOMED } from '../codes/systems.ts';
import type { JsonObject } from '../entry.ts';
import type { WritingAbout } from './about.ts';
import { measured, writeObservation, type ObservationParts } from './observation.ts';

const OBSERVATION = 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-Observation';
const PROFILE = `${OBSERVATION}-`;

interface Vital {
  readonly profile: string;
  readonly loinc: string;
  readonly snomed: string;
  readonly text: string;
  /** Unit words and UCUM code, both fixed by the UK Core profile. */
  readonly unit: readonly [words: string, code: string];
}

/** Codes and fixed units of the UK Core vital signs profiles, and the SNOMED CT codes of their value sets. */
const VITALS: Readonly<Record<string, Vital>> = {
  rr: vital('RespirationRate', '9279-1', '86290005', 'Respiratory rate', 'per minute', '/min'),
  spo2: vital('OxygenSaturation', '2708-6', '103228002', 'Oxygen saturation', 'percent', '%'),
  pulse: vital('HeartRate', '8867-4', '364075005', 'Heart rate', 'per minute', '/min'),
  temp: vital('BodyTemperature', '8310-5', '276885007', 'Body temperature', 'degree Celsius', 'Cel'),
  weight: vital('BodyWeight', '29463-7', '27113001', 'Body weight', 'kilogram', 'kg'),
  height: vital('BodyHeight', '8302-2', '50373000', 'Body height', 'meter', 'm'),
};

function vital(profile: string, loinc: string, snomed: string, text: string, ...unit: Vital['unit']): Vital {
  return { profile: `VitalSigns-${profile}`, loinc, snomed, text, unit };
}

const coded = (loinc: string, snomed: string, text: string): JsonObject => ({
  coding: [
    { system: LOINC, code: loinc, display: text },
    { system: SNOMED, code: snomed },
  ],
  text,
});

const BLOOD_PRESSURE = coded('85354-9', '75367002', 'Blood pressure');
const ACVPU: JsonObject = { coding: [{ system: SNOMED, code: '1104441000000107' }], text: 'ACVPU' };
const SYSTOLIC = coded('8480-6', '72313002', 'Systolic blood pressure');
const DIASTOLIC = coded('8462-4', '1091811000000102', 'Diastolic blood pressure');

type Around = Pick<ObservationParts, 'effective'> &
  Pick<Partial<ObservationParts>, 'performer' | 'extension' | 'note'>;

/** A blood pressure of one or both numbers. */
export function bloodPressure(
  { upper, lower }: { readonly upper: number | null; readonly lower: number | null },
  around: Around,
  about: WritingAbout,
): JsonObject {
  const component = [
    ...(upper === null ? [] : [{ code: SYSTOLIC, ...measured(upper, ...MMHG) }]),
    ...(lower === null ? [] : [{ code: DIASTOLIC, ...measured(lower, ...MMHG) }]),
  ];
  return writeObservation(
    {
      ...around,
      // The profile of a blood pressure cannot be met as it stands, UK Core's own example included (test/peers/hapi): a server
      // that validates would refuse the whole form. What is fixed there is written all the same, and its parent is claimed.
      profile: `${PROFILE}VitalSigns`,
      category: 'vital-signs',
      code: BLOOD_PRESSURE,
      component,
    },
    about,
  );
}

const MMHG = ['millimeter of mercury', 'mm[Hg]'] as const;

/**
 * One vital sign that was declined or could not be measured, with why: a gap would pass for one that nobody came to. The UK
 * Core profiles of vital signs know only what was measured.
 */
export function notMeasuredVitals(
  part: string,
  absent: 'asked-declined' | 'not-performed',
  around: Around,
  about: WritingAbout,
): JsonObject | null {
  const code = codeOf(part);
  if (code === null) return null;
  return writeObservation({ profile: OBSERVATION, ...around, category: 'vital-signs', code, absent }, about);
}

/** `null`: its code is the finding itself, as of oxygen. */
function codeOf(part: string): JsonObject | null {
  const known = VITALS[part];
  if (known !== undefined) return coded(known.loinc, known.snomed, known.text);
  if (part === 'sbp') return BLOOD_PRESSURE;
  return part === 'acvpu' ? ACVPU : null;
}

/**
 * One vital sign as it was measured, in the UK Core profile for it; `null` for what is none or no such value. A systolic
 * pressure alone is a blood pressure without its lower part.
 */
export function vitalSign(
  part: string,
  value: unknown,
  around: Around,
  about: WritingAbout,
): JsonObject | null {
  const made = (profile: string, code: JsonObject, rest: JsonObject) =>
    writeObservation(
      { profile: `${PROFILE}${profile}`, ...around, category: 'vital-signs', code, ...rest },
      about,
    );
  const known = VITALS[part];
  if (known !== undefined && typeof value === 'number') {
    const { profile, loinc, snomed, text, unit } = known;
    return made(profile, coded(loinc, snomed, text), { value: measured(value, ...unit) });
  }
  if (part === 'sbp' && typeof value === 'number') {
    return bloodPressure({ upper: value, lower: null }, around, about);
  }
  if (part === 'oxygen' && typeof value === 'boolean') {
    const [code, text] = value ? [ON_OXYGEN, 'On oxygen'] : [ROOM_AIR, 'Breathing room air'];
    // UK Core puts the answer into the code.
    return made('InspiredOxygen', { coding: [{ system: SNOMED, code }], text }, {});
  }
  if (part === 'acvpu') {
    const found = [...ACVPU_VALUES].find(([, level]) => level === value);
    if (found === undefined) return null;
    const concept = { valueCodeableConcept: { coding: [{ system: SNOMED, code: found[0] }] } };
    return made('ACVPU', ACVPU, { value: concept });
  }
  return null;
}
