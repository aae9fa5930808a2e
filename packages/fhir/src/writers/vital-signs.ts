import { ACVPU_VALUES, ON_OXYGEN, ROOM_AIR } from '../codes/acvpu.ts';
import { LOINC, SNOMED } from '../codes/systems.ts';
import type { JsonObject } from '../entry.ts';
import type { WritingAbout } from './about.ts';
import { measured, writeObservation, type ObservationParts } from './observation.ts';

const OBSERVATION = 'https://fhir.hl7.org.uk/StructureDefinition/UKCore-Observation';
const PROFILE = `${OBSERVATION}-`;

/** One vital sign as its UK Core profile fixes it. */
interface Vital {
  readonly profile: string;
  readonly loinc: string;
  readonly snomed: string;
  readonly text: string;
  /** The unit in words and in UCUM. The UK Core profile fixes both. */
  readonly unit: readonly [words: string, code: string];
}

/** Codes and units of the UK Core vital signs profiles, and the SNOMED CT codes of their value sets. */
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

/** What the caller adds to a vital sign: when, by whom, and notes. */
type Around = Pick<ObservationParts, 'effective'> &
  Pick<Partial<ObservationParts>, 'performer' | 'extension' | 'note'>;

/** A blood pressure with one or both numbers. */
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
      // No resource can meet UK Core's blood pressure profile as published; its own example fails too
      // (test/peers/hapi). A server that validates would refuse the whole form. So the Observation has the
      // fixed values of that profile, but claims only the parent profile.
      profile: `${PROFILE}VitalSigns`,
      category: 'vital-signs',
      code: BLOOD_PRESSURE,
      component,
    },
    about,
  );
}

/** The unit that UK Core fixes for blood pressure. */
const MMHG = ['millimeter of mercury', 'mm[Hg]'] as const;

/**
 * One vital sign that the resident declined or that could not be measured, with the reason. Without it, a gap
 * would look as if nobody had tried. The UK Core vital signs profiles only allow measured values, so the
 * Observation claims the general profile.
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

/** The code of a vital sign. `null`: the code is itself the finding, as with oxygen. */
function codeOf(part: string): JsonObject | null {
  const known = VITALS[part];
  if (known !== undefined) return coded(known.loinc, known.snomed, known.text);
  if (part === 'sbp') return BLOOD_PRESSURE;
  return part === 'acvpu' ? ACVPU : null;
}

/**
 * One measured vital sign, in its UK Core profile. `null`: the part is no vital sign, or the value does not
 * fit it. A systolic pressure alone is a blood pressure without its diastolic part.
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
    // UK Core puts the answer into the code, so there is no value.
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
