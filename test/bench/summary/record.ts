// The record of every contestant. Where `../shared/bench/summary.json` exists, a record of the same kind, the bench uses it.
import { existsSync, readFileSync } from 'node:fs';

export interface RecordSize {
  readonly allergies: number;
  readonly problems: number;
  readonly medicines: number;
  readonly observations: number;
}

/** Like the record of the first measurement of the peers. */
export const TYPICAL: RecordSize = { allergies: 6, problems: 20, medicines: 15, observations: 60 };
/** A long life with many tablets. */
export const LARGE: RecordSize = { allergies: 6, problems: 40, medicines: 300, observations: 500 };

const SHARED = new URL('../../../../shared/bench/summary.json', import.meta.url);

/** What each section must at least show before it counts as painted. */
export interface Expected {
  readonly family: string;
  readonly allergies: readonly string[];
  /** One entry of each further section. */
  readonly others: readonly string[];
  /** The last entry of each long list, because a contestant may render a list in steps. */
  readonly last: readonly string[];
}

export interface BenchRecord {
  readonly bundle: unknown;
  readonly expected: Expected;
}

export function typicalRecord(): BenchRecord {
  if (!existsSync(SHARED)) return madeRecord(TYPICAL);
  const bundle: unknown = JSON.parse(readFileSync(SHARED, 'utf8'));
  return {
    bundle,
    expected: {
      family: 'testerly',
      allergies: Array.from({ length: 6 }, (_, place) => `allergen ${place}`),
      others: ['problem 0', 'medicine 0'],
      last: lastOf(TYPICAL),
    },
  };
}

function lastOf({ problems, medicines }: RecordSize): readonly string[] {
  return [`problem ${problems - 1}`, `medicine ${medicines - 1}`];
}

const subject = { reference: 'Patient/res-1', display: 'Testerly, Ada' };
const concept = (text: string, code: number) => ({
  coding: [{ system: 'http://snomed.info/sct', code: String(100_000 + code), display: text }],
  text,
});
const status = (system: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
});
const VITALS: readonly (readonly [code: string, value: number, unit: string, ucum: string])[] = [
  ['8867-4', 72, 'beats/minute', '/min'],
  ['8310-5', 36.8, 'C', 'Cel'],
  ['9279-1', 16, 'breaths/minute', '/min'],
  ['29463-7', 58, 'kg', 'kg'],
  ['59408-5', 96, '%', '%'],
];

export function madeRecord(size: RecordSize): BenchRecord {
  const many = (count: number, make: (place: number) => object) =>
    Array.from({ length: count }, (_, place) => make(place));
  const day = (place: number) => `2026-0${1 + (place % 9)}-${10 + (place % 18)}`;
  const resources: readonly object[] = [
    {
      resourceType: 'Patient',
      id: 'res-1',
      identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018' }],
      name: [{ use: 'official', family: 'Testerly', given: ['Ada'] }],
      gender: 'female',
      birthDate: '1936-04-12',
    },
    ...many(size.allergies, (place) => ({
      resourceType: 'AllergyIntolerance',
      id: `al${place}`,
      patient: subject,
      clinicalStatus: status('allergyintolerance-clinical', 'active'),
      code: concept(`Allergen ${place}`, place),
    })),
    ...many(size.problems, (place) => ({
      resourceType: 'Condition',
      id: `co${place}`,
      subject,
      clinicalStatus: status('condition-clinical', 'active'),
      code: concept(`Problem ${place}`, 1000 + place),
      onsetDateTime: day(place),
    })),
    ...many(size.medicines, (place) => ({
      resourceType: 'MedicationRequest',
      id: `mr${place}`,
      subject,
      status: 'active',
      intent: 'order',
      medicationCodeableConcept: concept(`Medicine ${place} 5mg tablet`, 2000 + place),
      authoredOn: day(place),
      dosageInstruction: [{ text: 'one tablet daily' }],
    })),
    ...many(size.observations, (place) => {
      const [code, value, unit, ucum] = VITALS[place % VITALS.length] ?? ['', 0, '', ''];
      return {
        resourceType: 'Observation',
        id: `ob${place}`,
        subject,
        status: 'final',
        category: [status('observation-category', 'vital-signs')],
        code: { coding: [{ system: 'http://loinc.org', code }], text: `Obs ${place}` },
        effectiveDateTime: `${day(place)}T10:${10 + (place % 50)}:00Z`,
        valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: ucum },
      };
    }),
  ];
  return {
    bundle: {
      resourceType: 'Bundle',
      type: 'collection',
      entry: resources.map((resource) => ({ resource })),
    },
    expected: {
      family: 'testerly',
      allergies: many(size.allergies, (place) => ({ text: `allergen ${place}` })).map(
        (each) => (each as { text: string }).text,
      ),
      others: ['problem 0', 'medicine 0'],
      last: lastOf(size),
    },
  };
}
